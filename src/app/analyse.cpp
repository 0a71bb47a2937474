#include "app/analyse.h"

#include "app/analyse/methods.h"
#include "exchange/json_reader.h"
#include "exchange/json_writer.h"

namespace fullcircle {

namespace {

using namespace analysis;

const Method* find_method(std::string_view name) {
  for (const auto& methods : {agreement_methods(), rater_methods(), forecast_methods(), change_methods(), score_methods(),
                              anonymity_methods()}) {
    for (const Method& method : methods) {
      if (method.name == name) return &method;
    }
  }
  return nullptr;
}

Result<Value> answer(const Value& value) {
  Request request(value);
  const Value* name = value.find("method");
  const std::string* text = name ? name->as_text() : nullptr;
  const Method* method = text ? find_method(*text) : nullptr;
  if (!method) request.reject("method", text ? "the name of a method, not " + *text : "the name of a method");
  Reply reply;
  if (!request.failed()) method->run(request, reply);
  if (request.failed()) return std::unexpected(request.error());
  return std::move(reply).to_value(*text);
}

}  // namespace

Result<std::string> analyse(std::string_view requests) {
  const Result<Value> parsed = parse_json(requests);
  if (!parsed) return std::unexpected(parsed.error());
  const Value::List* list = parsed->as_list();
  if (!list) return answer(*parsed).transform([](const Value& reply) { return to_json(reply); });
  Value::List replies;
  for (std::size_t i = 0; i < list->size(); ++i) {
    Result<Value> reply = answer((*list)[i]);
    if (!reply) {
      Error error = reply.error();
      error.place = "request " + std::to_string(i) + (error.place.empty() ? "" : ", ") + error.place;
      return std::unexpected(std::move(error));
    }
    replies.push_back(std::move(*reply));
  }
  return to_json(Value(std::move(replies)));
}

}  // namespace fullcircle
