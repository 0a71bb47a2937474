#include "app/route.h"

namespace fullcircle {
namespace {

std::string_view take_step(std::string_view& rest) {
  const auto slash = rest.find('/');
  const auto step = rest.substr(0, slash);
  rest = slash == std::string_view::npos ? std::string_view{} : rest.substr(slash + 1);
  return step;
}

}  // namespace

std::string to_text(const Route& route) {
  std::string text(to_name(route.page));
  if (!route.record.is_none() || !route.tab.empty()) text += "/" + to_text(route.record);
  if (!route.tab.empty()) text += "/" + route.tab;
  return text;
}

std::optional<Route> parse_route(std::string_view text) {
  const auto page = parse_name<Page>(take_step(text));
  const auto record = parse_record_id(take_step(text));
  if (!page || !record) return std::nullopt;
  return Route{*page, *record, std::string(take_step(text))};
}

}  // namespace fullcircle
