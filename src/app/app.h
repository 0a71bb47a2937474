// The running app without pixels: the open workspace, its storage, preferences, files in and out. The only place where anything changes.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/app_state.h"
#include "app/formats.h"
#include "app/incoming_file.h"
#include "app/language.h"
#include "app/model_view.h"
#include "app/sharing/folders.h"
#include "app/tab_note.h"

namespace fullcircle {

struct AppPorts {
  Blobs& blobs;
  Tabs& tabs;
  Clock& clock;
  Random& random;
  TextServices& text;
  Encryption& encryption;
  Folders& folders;
  TabNote& tab_note;
};

struct OutgoingFile {
  std::string name;
  std::string media_type;
  std::string bytes;
};

/// Something a notice offers to do at once.
struct NoticeAction {
  std::string label;
  Intents intents;
};
/// A line for the person, already in their language.
struct NoticeText {
  std::string text;
  std::vector<NoticeAction> actions;   ///< at most two
  bool is_problem = false;
};

/// What is to happen outside of the app after something was performed.
struct Effects {
  std::vector<OutgoingFile> files;
  std::vector<NoticeText> notices;
  std::optional<Route> go;
  std::optional<std::string> print_html;
  std::optional<std::string> open_address;
};

class App {
 public:
  /// The ports must outlive the app. `on_change` is called whenever something changed by itself (loaded, saved, another tab).
  App(AppPorts ports, std::function<void()> on_change);
  ~App();
  App(const App&) = delete;
  App& operator=(const App&) = delete;

  /// Loads the language, the preferences and the workspace that was open last. `browser_language` is used until the person chooses.
  void start(std::string browser_language);

  const AppState& state() const;
  const ModelView& view() const;
  const Language& language() const;
  Formats formats() const;
  TextServices& text() const;
  const IdSource& new_id() const;
  const std::function<std::string()>& new_token() const;
  /// Five words drawn by chance, to protect a file with.
  const std::function<std::string()>& new_passphrase() const;

  /// Carries out what a screen asked for.
  void perform(const Intents& intents);
  /// Files the person chose or dropped: recognised by content, merged, answered; the summary is in state().last_import.
  void receive_files(std::vector<IncomingFile> files);
  /// Everything that is to happen outside since the last call.
  Effects take_effects();

  /// The clock moved on: a new day changes what is due.
  void refresh_time();
  /// The page is hidden or goes away: saves at once.
  void page_hidden();
  /// The person came back to the page: other tabs and other programs may have changed something.
  void page_focused();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace fullcircle
