#include "app/request_mail.h"

#include <doctest/doctest.h>

#include "app/sample/sample_workspace.h"
#include "app/support/shipped_languages.h"

using namespace fullcircle;

TEST_CASE("a mail address carries subject and body, encoded byte by byte") {
  CHECK(mail_address("a+b@example.org", "Who & what?", "Grüße\nMara") ==
        "mailto:a%2Bb@example.org?subject=Who%20%26%20what%3F&body=Gr%C3%BC%C3%9Fe%0D%0AMara");
  CHECK(mail_address("", "", "") == "mailto:?subject=&body=");
  CHECK(mail_address("x", "", "a\r\nb") == "mailto:x?subject=&body=a%0D%0Ab");
}

TEST_CASE("the draft names rater, subject, due day, and the very file that is exported, in each language") {
  const Day today = to_day({2026, 11, 19});
  const Document document = build_sample_workspace({.today = today, .now = {today.number * 86'400'000LL}, .workspace = {}});
  ModelView view(document);
  view.today = today;
  const FeedbackRequest* asked = nullptr;
  for (const FeedbackRequest& request : document.table<FeedbackRequest>().alive())
    if (request.state == RequestState::exported && request.due_day) asked = &request;
  REQUIRE(asked);
  for (const char* code : {"en", "de"}) {
    const auto language = test::load_language(code);
    const Formats formats(*language, today);
    for (const auto kind : {RequestMail::ask, RequestMail::remind}) {
      const std::string mail = request_mail(view, *asked, kind, *language, formats);
      const std::string file = "request-" + view.name_of(asked->subject) + "-" + view.name_of(asked->rater) + ".fullcircle";
      CHECK(mail.find(file) != std::string::npos);
      CHECK(mail.find("%7Bpage%7D") != std::string::npos);
      CHECK(mail.find("%7B%7B") == std::string::npos);  // every {{name}} is filled in
      CHECK(mail.find(view.name_of(asked->subject)) != std::string::npos);
    }
  }
}
