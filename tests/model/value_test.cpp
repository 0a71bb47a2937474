#include "model/value.h"

#include <doctest/doctest.h>

using namespace fullcircle;

TEST_CASE("values order by kind first, then by content, and equality agrees with the order") {
  const std::vector<Value> ascending{Value(), Value(false), Value(true), Value(-1), Value(2), Value(-0.5), Value(3.5), Value(""), Value("a"), Value("b"),
                                     Value(Value::List{}), Value(Value::List{1}), Value(Value::List{1, 0}), Value(Value::List{2}),
                                     Value(Value::Object{}), Value(Value::Object{{"a", 1}}), Value(Value::Object{{"a", 2}}), Value(Value::Object{{"b", 0}})};
  for (std::size_t i = 0; i < ascending.size(); ++i)
    for (std::size_t j = 0; j < ascending.size(); ++j) {
      CHECK((ascending[i] <=> ascending[j]) == (i <=> j));
      CHECK((ascending[i] == ascending[j]) == (i == j));
    }
}

TEST_CASE("a text literal is a text, not a truth value") {
  CHECK(Value("false").as_text());
  CHECK(!Value("false").as_bool());
}

TEST_CASE("a member is found by its key, in objects only") {
  const Value object(Value::Object{{"a", 1}, {"b", "two"}});
  REQUIRE(object.find("b"));
  CHECK(*object.find("b") == Value("two"));
  CHECK(!object.find("c"));
  CHECK(!Value("b").find("b"));
}

TEST_CASE("keys are sorted once an object is built") {
  Value::Object object{{"b", 1}, {"a", 2}};
  sort_keys(object);
  CHECK(object.front().first == "a");
}
