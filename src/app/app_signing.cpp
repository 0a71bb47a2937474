// Signing reviews with the key of this device, and checking what others signed.
#include "app/app_impl.h"

namespace fullcircle {

void App::Impl::run(const SignReview& task) {
  if (!session_) return;
  const ModelView& view = session_->view();
  const Review* review = view.find(task.review);
  if (!review) return;
  const RecordId workspace = session_->workspace();
  SignOff sign_off = make_sign_off(*review, task.signer, task.verdict, task.words, ports_.clock.now());
  // Nobody signs with another person's key: on somebody else's device a sign-off stays what it is, an acknowledgement.
  if (task.signer != view.me) return record_sign_off(workspace, task.review, std::move(sign_off), {});
  with_key([this, workspace, id = task.review, sign_off = std::move(sign_off), had_key = !state_.keys.empty()](Result<DeviceKey> key) {
    if (!key) {
      record_sign_off(workspace, id, sign_off, {});
      notice(tr("signature.without_key", {{"reason", language_->describe(key.error())}}), {}, true);
      return on_change_();
    }
    ports_.encryption.sign(key->identity, sign_off_statement(sign_off), [this, workspace, id, sign_off, file_key = key->recipient, had_key](Result<Signature> made) {
      SignOff signed_off = sign_off;
      if (made) {
        signed_off.key = made->key;
        signed_off.signature = made->signature;
        state_.key_checks[check_name(signed_off)] = KeyCheck::fits;
      }
      record_sign_off(workspace, id, std::move(signed_off), file_key);
      if (!made) notice(tr("signature.without_key", {{"reason", language_->describe(made.error())}}), {}, true);
      if (made && !had_key)  // said once, when it begins to matter
        notice(tr("signature.key_made"), {{tr("encryption.recovery"), Intents{.go = Route{Page::settings, {}, "encryption"}, .edits = {}, .tasks = {}}}});
      on_change_();
    });
  });
}

void App::Impl::record_sign_off(RecordId workspace, Id<Review> id, SignOff sign_off, std::string_view file_key) {
  if (!session_ || session_->workspace() != workspace) return;
  const Review* review = session_->view().find(id);
  if (review) apply(sign_review(session_->view(), *review, std::move(sign_off), file_key));
  update_state();
}

void App::Impl::run(const CheckSignatures& task) {
  const Review* review = session_ ? session_->view().find(task.review) : nullptr;
  if (!review) return;
  for (const auto& sign_off : {review->person_sign_off, review->manager_sign_off}) {
    if (!sign_off || sign_off->key.empty()) continue;
    const std::string name = check_name(*sign_off);
    if (!state_.key_checks.emplace(name, KeyCheck::running).second) continue;
    ports_.encryption.verify({sign_off->key, sign_off->signature}, sign_off_statement(*sign_off), [this, name](Result<bool> fits) {
      state_.key_checks[name] = !fits ? KeyCheck::unavailable : *fits ? KeyCheck::fits : KeyCheck::does_not_fit;
      on_change_();
    });
  }
}

}  // namespace fullcircle
