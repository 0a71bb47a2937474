#include "app/request_mail.h"
#include "ui/screens/requests_parts.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/menu.h"

namespace fullcircle {
namespace {

enum class RequestAction : std::uint8_t { answer, approve, export_file, mail, remind, result, again, decline, withdraw };

bool is_mine(const ScreenContext& screen, const RequestRow& row) { return row.request->rater == screen.view.me; }

std::vector<RequestAction> actions_for(const ScreenContext& screen, const RequestRow& row) {
  using enum RequestAction;
  std::vector<RequestAction> actions;
  if (is_mine(screen, row) && row.standing != RequestStanding::declined && row.standing != RequestStanding::withdrawn) actions.push_back(answer);
  const auto add = [&](std::initializer_list<RequestAction> more) { actions.insert(actions.end(), more); };
  if (is_mine(screen, row) && (row.standing == RequestStanding::waiting || row.standing == RequestStanding::late)) {
    add({decline, withdraw});  // no file goes to oneself
    return actions;
  }
  switch (row.standing) {
    case RequestStanding::nominated: add({approve, decline}); break;
    case RequestStanding::not_exported: add({export_file, mail, decline, withdraw}); break;
    case RequestStanding::waiting:
    case RequestStanding::late: add({export_file, mail, remind, decline, withdraw}); break;
    case RequestStanding::fresh:
    case RequestStanding::received: add({result, export_file}); break;
    case RequestStanding::declined:
    case RequestStanding::withdrawn: add({again}); break;
  }
  return actions;
}

ui::MenuItem item_for(const ScreenContext& screen, const RequestRow& row, RequestAction action) {
  switch (action) {
    case RequestAction::answer: return {.label = screen.tr("requests.answer_here"), .icon = Icon::pen_line};
    case RequestAction::approve: return {.label = screen.tr("requests.approve"), .icon = Icon::check};
    case RequestAction::export_file:
      return {.label = screen.tr(row.request->exported_at ? "requests.export_again" : "requests.export_this"), .icon = Icon::file_up};
    case RequestAction::mail: return {.label = screen.tr("requests.mail"), .icon = Icon::mail};
    case RequestAction::remind: return {.label = screen.tr("requests.remind"), .icon = Icon::clock};
    case RequestAction::result: return {.label = screen.tr("requests.show_result"), .icon = Icon::circle_dot_dashed};
    case RequestAction::again: return {.label = screen.tr("requests.ask_again"), .icon = Icon::undo_2};
    case RequestAction::decline: return {.label = screen.tr("requests.decline"), .icon = Icon::ban, .separator_before = true};
    case RequestAction::withdraw: return {.label = screen.tr("requests.withdraw"), .icon = Icon::x, .danger = true};
  }
  return {};
}

Edit state_edit(const FeedbackRequest& request, RequestState to, std::string label) {
  FeedbackRequest after = request;
  after.state = to;
  Edit edit(std::move(label));
  edit.update(request, after);
  return edit;
}

Intents do_action(ScreenContext& screen, const RequestRow& row, RequestAction action, RequestsState& state) {
  Intents intents;
  const FeedbackRequest& request = *row.request;
  const auto mail = [&](RequestMail kind) {
    intents.tasks.push_back(OpenAddress{request_mail(screen.view, request, kind, screen.language, screen.formats)});
  };
  switch (action) {
    case RequestAction::answer: intents.go = Route{Page::answer, request.id, {}}; break;
    case RequestAction::approve: intents.edits.push_back(state_edit(request, RequestState::approved, "edit.request.approve")); break;
    case RequestAction::export_file: intents.tasks.push_back(ExportRequests{{request.id}}); break;
    case RequestAction::mail: mail(RequestMail::ask); break;
    case RequestAction::remind: mail(RequestMail::remind); break;
    case RequestAction::result:
      if (const Review* review = screen.view.review(request.subject, request.cycle)) intents.go = Route{Page::result, review->id, {}};
      break;
    case RequestAction::again: intents.edits.push_back(state_edit(request, RequestState::approved, "edit.request.again")); break;
    case RequestAction::decline: intents.edits.push_back(state_edit(request, RequestState::declined, "edit.request.decline")); break;
    case RequestAction::withdraw: state.withdrawing = request.id; break;
  }
  return intents;
}

}  // namespace

Intents draw_request_menu(ScreenContext& screen, const Rect& anchor, const RequestRow& row, RequestsState& state) {
  const auto actions = actions_for(screen, row);
  std::vector<ui::MenuItem> items;
  for (const RequestAction action : actions) items.push_back(item_for(screen, row, action));
  bool is_open = true;
  const int chosen = ui::menu(screen.ui, anchor, "request-menu", items, is_open,
                              {.align = ui::Align::right, .name = screen.tr("requests.actions_for", {{"name", screen.view.name_of(row.request->rater)}})});
  if (!is_open) state.menu_of = {};
  if (chosen < 0) return {};
  return do_action(screen, row, actions[static_cast<std::size_t>(chosen)], state);
}

Intents draw_withdraw(ScreenContext& screen, RequestsState& state) {
  Intents intents;
  if (!state.withdrawing) return intents;
  const FeedbackRequest* request = screen.view.find(state.withdrawing);
  if (!request) {
    state.withdrawing = {};
    return intents;
  }
  const std::string title = screen.tr("requests.withdraw_title", {{"name", screen.view.name_of(request->rater)}});
  const auto result = ui::confirm(screen.ui, "withdraw", {.title = title, .text = screen.tr("requests.withdraw_body"),
                                                          .confirm = screen.tr("requests.withdraw"), .cancel = screen.tr("action.cancel"), .danger = true});
  if (result == ui::Dialog::Result::confirmed) intents.edits.push_back(state_edit(*request, RequestState::withdrawn, "edit.request.withdraw"));
  if (result != ui::Dialog::Result::none) state.withdrawing = {};
  return intents;
}

}  // namespace fullcircle
