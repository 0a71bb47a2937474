#include "app/session.h"

#include "app/files/document_writer.h"

namespace fullcircle {
namespace {

constexpr std::size_t kWrittenInAStepBytes = 64 * 1024;

}  // namespace

Session::Session(Ports ports, RecordId workspace, Actor actor, std::function<void()> on_change)
    : workspace_(workspace),
      on_change_(std::move(on_change)),
      view_(document_),
      clock_(actor, [&clock = ports.clock] { return clock.now(); }),
      store_(ports.blobs, ports.tabs, ports.clock, access()) {
  document_.set_workspace(workspace);
}

DocumentAccess Session::access() {
  return {
      .merge = [this](std::string_view piece, bool is_last) { return merge_piece(piece, is_last); },
      .write_parts = [this](std::size_t target_bytes) -> std::function<WriteStep()> {
        return [writer = std::make_shared<DocumentPartsWriter>(document_, target_bytes)] {
          auto part = writer->advance(kWrittenInAStepBytes);
          return WriteStep{std::move(part), writer->fraction(), writer->is_done()};
        };
      },
      .on_start_over =
          [this] {
            fresh_.emplace();
            fresh_->set_workspace(workspace_);
          },
      .on_state = [this] { on_change_(); },
      .on_merged =
          [this] {
            take_fresh();
            on_change_();
          },
  };
}

Result<> Session::merge_piece(std::string_view piece, bool is_last) {
  if (!incoming_) incoming_.emplace();
  auto fed = incoming_->feed(piece);
  if (fed && !is_last) return {};
  auto part = fed ? incoming_->finish() : Result<Document>(std::unexpected(fed.error()));
  incoming_.reset();
  if (!part) return std::unexpected(part.error());
  clock_.observe(part->greatest_stamp());
  fullcircle::merge(fresh_ ? *fresh_ : document_, std::move(*part));
  return {};
}

void Session::take_fresh() {
  if (!fresh_) return;
  for (const ActorName& name : document_.actor_names()) fresh_->name_actor(name);
  const std::uint64_t revision = document_.revision();
  document_ = std::move(*fresh_);
  fresh_.reset();
  // What was computed from the old tables must not pass for an answer about the new ones.
  while (document_.revision() <= revision) document_.table<Workspace>().change_rows([](auto&) {});
  const ModelView before = view_;
  view_.show(document_);
  view_.me = before.me;
  view_.today = before.today;
  view_.now = before.now;
}

void Session::open(std::function<void(Result<LoadReport>)> done) { store_.open(to_text(workspace_), std::move(done)); }

void Session::journal(const Document& delta) {
  if (!delta.has_no_rows()) store_.append(encode_document(delta));
}

void Session::start_with(const Edit& edit) { journal(fullcircle::apply(document_, clock_, edit).delta); }

bool Session::keep(Applied&& applied) {
  const bool changed = !applied.undo.empty();
  journal(applied.delta);
  undo_.push(std::move(applied.undo));
  return changed;
}

Document Session::take_in(const Edit& edit) {
  Applied applied = fullcircle::apply(document_, clock_, edit);
  journal(applied.delta);
  return std::move(applied.delta);
}

bool Session::apply(const Edit& edit) {
  const bool changed = keep(fullcircle::apply(document_, clock_, edit));
  if (edit.is_final())
    for (const RecordEdit& record : edit.records()) undo_.forget(record.kind, record.id);
  return changed;
}

void Session::settle(std::vector<Settlement> settlements) { keep(fullcircle::settle(document_, clock_, std::move(settlements))); }

void Session::settle_deletion(KindIndex kind, RecordId id, bool keep_it) {
  keep(fullcircle::settle_deletion(document_, clock_, kind, id, keep_it));
}

void Session::name_device(const std::string& name) {
  if (name.empty() || document_.name_of(clock_.actor()) == name) return;
  document_.name_actor({clock_.actor(), clock_.next(), name});
}

std::optional<std::string> Session::undo() {
  auto outcome = undo_.undo(document_, clock_);
  if (!outcome) return std::nullopt;
  journal(outcome->delta);
  return std::move(outcome->label_key);
}

std::optional<std::string> Session::redo() {
  auto outcome = undo_.redo(document_, clock_);
  if (!outcome) return std::nullopt;
  journal(outcome->delta);
  return std::move(outcome->label_key);
}

Document Session::merge_in(const Document& from) {
  Document added = compute_missing(document_, from);
  clock_.observe(added.greatest_stamp());
  journal(added);
  merge(document_, added);
  return added;
}

void Session::fill(Document&& from) {
  clock_.observe(from.greatest_stamp());
  merge(document_, std::move(from));
  store_.save_whole();
}

void Session::retract(const Document& added) {
  fullcircle::retract(document_, added);
  store_.save_whole();
}

}  // namespace fullcircle
