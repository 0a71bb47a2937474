#include "app/encryption/file_opener.h"

#include "exchange/file_kind.h"

namespace fullcircle {

void FileOpener::open(std::vector<IncomingFile> files, std::vector<std::string> identities) {
  waiting_.push_back({std::move(files), std::move(identities)});
  if (waiting_.size() == 1 && !job_) open_next();
}

void FileOpener::open_next() {
  while (!waiting_.empty()) {
    auto& [files, identities] = waiting_.front();
    for (; next_ < files.size(); ++next_) {
      IncomingFile& file = files[next_];
      if (detect_file_kind(file.bytes) != FileKind::encrypted) {
        batch_.files.push_back(std::move(file));
        continue;
      }
      job_fraction_ = 0;
      job_ = encryption_.decrypt(file.bytes, {.keys = identities, .passphrase = {}},
                                 {.on_progress =
                                      [this](double fraction) {
                                        job_fraction_ = fraction;
                                        on_change_();
                                      },
                                  .done = [this](Result<std::string> bytes) { take_opened(std::move(bytes)); }});
      return on_change_();
    }
    finish_batch();
  }
  if (!with_passphrase_.empty() && !question_) ask();
  on_change_();
}

void FileOpener::take_opened(Result<std::string> bytes) {
  job_.reset();
  IncomingFile& file = waiting_.front().files[next_++];
  if (bytes)
    batch_.files.push_back({std::move(file.name), std::move(*bytes)});
  else if (bytes.error().code == "error.encryption.needs_passphrase")
    with_passphrase_.push_back(std::move(file));
  else
    batch_.locked.push_back({std::move(file.name), bytes.error()});
  open_next();
}

void FileOpener::finish_batch() {
  waiting_.pop_front();
  next_ = 0;
  Batch batch = std::exchange(batch_, {});
  if (!batch.files.empty() || !batch.locked.empty()) done_(std::move(batch));
}

void FileOpener::ask() { question_ = PassphraseQuestion{with_passphrase_.front().name, false}; }

void FileOpener::give_passphrase(std::string passphrase) {
  if (!question_ || job_) return;
  is_trying_ = true;
  job_fraction_ = 0;
  const AgeKeys keys{.keys = {}, .passphrase = std::move(passphrase)};
  job_ = encryption_.decrypt(with_passphrase_.front().bytes, keys,
                             {.on_progress =
                                  [this](double fraction) {
                                    job_fraction_ = fraction;
                                    on_change_();
                                  },
                              .done =
                                  [this](Result<std::string> bytes) {
                                    job_.reset();
                                    is_trying_ = false;
                                    if (!bytes && bytes.error().code == "error.encryption.wrong_passphrase") {
                                      question_->is_wrong = true;
                                      return open_next();
                                    }
                                    Batch batch;
                                    std::string name = std::move(with_passphrase_.front().name);
                                    if (bytes)
                                      batch.files.push_back({std::move(name), std::move(*bytes)});
                                    else
                                      batch.locked.push_back({std::move(name), bytes.error()});
                                    with_passphrase_.pop_front();
                                    question_.reset();
                                    done_(std::move(batch));
                                    open_next();
                                  }});
  on_change_();
}

void FileOpener::skip() {
  if (!question_) return;
  if (is_trying_) cancel();
  with_passphrase_.pop_front();
  question_.reset();
  if (!job_) open_next();
}

void FileOpener::cancel() {
  if (!job_) return;
  encryption_.cancel(*std::exchange(job_, std::nullopt));
  if (!std::exchange(is_trying_, false)) {
    batch_ = {};
    waiting_.pop_front();
    next_ = 0;
  }
  open_next();
}

std::optional<double> FileOpener::progress() const {
  if (!job_) return std::nullopt;
  if (is_trying_) return job_fraction_;
  const double count = static_cast<double>(waiting_.front().files.size());
  return (static_cast<double>(next_) + job_fraction_) / count;
}

}  // namespace fullcircle
