// G4: two leads merge their files in either order and have the same file, byte for byte.
#include <doctest/doctest.h>

#include "app/files/document_writer.h"
#include "store/merge.h"
#include "store/scenario_cases.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

Document on_disk_and_back(const Document& document) {
  auto read = read_document(encode_document(document));
  REQUIRE(read.has_value());
  return *std::move(read);
}

}  // namespace

TEST_CASE("G4: copies that go through files and are merged in any order become the same bytes, also with what only a newer program knows") {
  for_cases(500, [](Scenario& scenario) {
    const std::vector<Document> copies = scenario.documents();
    Document forward = copies.front(), backward = copies.back();
    for (std::size_t i = 1; i < copies.size(); ++i) {
      merge(forward, on_disk_and_back(copies[i]));
      forward = on_disk_and_back(forward);
      merge(backward, on_disk_and_back(copies[copies.size() - 1 - i]));
    }
    return holds(encode_document(forward) == encode_document(backward), "the same bytes");
  });
}
