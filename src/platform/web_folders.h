// Folders of the file system, by shell/folders.js.
#pragma once

#include "app/sharing/folders.h"

namespace fullcircle {

class WebFolders : public Folders {
 public:
  bool are_available() const override;
  void choose(std::string_view key, TakeText done) override;
  void recall(std::string_view key, TakeText done) override;
  void ask(std::string_view key, TakeText done) override;
  void list(std::string_view key, std::function<void(Result<std::vector<FolderFile>>)> done) override;
  void read(std::string_view key, std::string_view name, TakeText done) override;
  void write(std::string_view key, std::string_view name, std::string_view bytes, std::function<void(Result<FolderFile>)> done) override;
  void forget(std::string_view key) override;
};

}  // namespace fullcircle
