#include "app/route.h"

#include <doctest/doctest.h>

using namespace fullcircle;

TEST_CASE("a route reads back from its own text") {
  const RecordId id{0x123456789abcdef0, 0x42};
  for (const Route& route : {Route{}, Route{Page::person, id, {}}, Route{Page::person, id, "goals"}, Route{Page::settings, {}, "storage"}, Route{Page::insights, {}, "quality"}, Route{Page::guides, {}, "rating"}})
    CHECK(parse_route(to_text(route)) == route);
}

TEST_CASE("an address that names no page leads nowhere") {
  CHECK_FALSE(parse_route("").has_value());
  CHECK_FALSE(parse_route("nowhere").has_value());
  CHECK_FALSE(parse_route("person/not-an-id").has_value());
}
