// Folders for tests: any number of devices may have the same one open, as those of a synchronising program.
#pragma once

#include <map>
#include <string>

#include "app/sharing/folders.h"
#include "app/support/manual_loop.h"

namespace fullcircle::test {

/// What all devices see. Every write is later than the one before.
struct FakeFolder {
  struct File {
    std::string bytes;
    std::int64_t changed_ms = 0;
  };
  std::map<std::string, File> files;
  std::int64_t clock_ms = 0;
  bool is_gone = false, is_full = false;

  void put(const std::string& name, std::string bytes) { files[name] = {std::move(bytes), ++clock_ms}; }
};

class FakeFolders : public Folders {
 public:
  explicit FakeFolders(ManualLoop& loop) : loop_(loop) {}

  FakeFolder* chosen = nullptr;   ///< what the person chooses in the browser's dialog; none: they cancel
  bool is_allowed = true;
  bool is_missing = false;        ///< the browser has no such thing
  int reads = 0, writes = 0;

  bool are_available() const override { return !is_missing; }

  void choose(std::string_view key, TakeText done) override {
    if (!chosen) return later(std::move(done), fail("error.folder.cancelled"));
    folders_[std::string(key)] = chosen;
    later(std::move(done), std::string("Team folder"));
  }
  void recall(std::string_view key, TakeText done) override {
    if (!folders_.contains(std::string(key))) return later(std::move(done), fail("error.folder.none"));
    later(std::move(done), is_allowed ? Result<std::string>("Team folder") : fail("error.folder.not_allowed", {}, "Team folder"));
  }
  void ask(std::string_view key, TakeText done) override {
    is_allowed = true;
    recall(key, std::move(done));
  }
  void list(std::string_view key, std::function<void(Result<std::vector<FolderFile>>)> done) override {
    loop_.post([this, key = std::string(key), done = std::move(done)] {
      const auto folder = at(key);
      if (!folder) return done(std::unexpected(folder.error()));
      std::vector<FolderFile> files;
      for (const auto& [name, file] : (*folder)->files) files.push_back(listed(name, file));
      done(std::move(files));
    });
  }
  void read(std::string_view key, std::string_view name, TakeText done) override {
    ++reads;
    loop_.post([this, key = std::string(key), name = std::string(name), done = std::move(done)] {
      const auto folder = at(key);
      if (!folder) return done(std::unexpected(folder.error()));
      const auto file = (*folder)->files.find(name);
      file == (*folder)->files.end() ? done(fail("error.folder.gone")) : done(file->second.bytes);
    });
  }
  void write(std::string_view key, std::string_view name, std::string_view bytes, std::function<void(Result<FolderFile>)> done) override {
    ++writes;
    loop_.post([this, key = std::string(key), name = std::string(name), bytes = std::string(bytes), done = std::move(done)] {
      const auto folder = at(key);
      if (!folder) return done(std::unexpected(folder.error()));
      if ((*folder)->is_full) return done(fail("error.folder.full"));
      (*folder)->put(name, bytes);
      done(listed(name, (*folder)->files.at(name)));
    });
  }
  void forget(std::string_view key) override { folders_.erase(std::string(key)); }
  /// What the browser keeps over restarts.
  std::map<std::string, FakeFolder*> folders_;

 private:
  Result<FakeFolder*> at(const std::string& key) {
    const auto found = folders_.find(key);
    if (found == folders_.end()) return fail("error.folder.none");
    if (!is_allowed) return fail("error.folder.not_allowed");
    if (found->second->is_gone) return fail("error.folder.gone");
    return found->second;
  }
  static FolderFile listed(const std::string& name, const FakeFolder::File& file) { return {name, static_cast<std::int64_t>(file.bytes.size()), file.changed_ms}; }
  void later(TakeText done, Result<std::string> result) {
    loop_.post([done = std::move(done), result = std::move(result)] { done(result); });
  }

  ManualLoop& loop_;
};

}  // namespace fullcircle::test
