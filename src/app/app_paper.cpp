// Insights on their way to paper or into a table, written in turns of the page.
#include "app/app_impl.h"
#include "app/memo.h"
#include "app/reports/insight_paper.h"
#include "app/turns.h"

namespace fullcircle {

struct App::Impl::PaperInTurns {
  PaperInTurns(WriteInsights ordered, std::shared_ptr<const Language> shown_language, const Formats& shown_formats)
      : task(std::move(ordered)), language(std::move(shown_language)), formats(shown_formats) {}

  void begin(const ModelView& view) {
    source = SeenState::of(view);
    writing.emplace(view, task.order, *language, formats);
  }

  WriteInsights task;
  std::shared_ptr<const Language> language;  ///< the one it was begun in
  Formats formats;
  SeenState source;                          ///< what `writing` reads
  std::optional<InsightPaperWork> writing;
  int work = 0;                              ///< its number among the work that lasts
};

void App::Impl::run(const WriteInsights& task) {
  if (!session_) return;
  end_paper();
  paper_ = std::make_shared<PaperInTurns>(task, language_, formats());
  paper_->begin(session_->view());
  paper_->work = begin_work("insights.computing", {}, [this] { paper_.reset(); });
  run_in_turns(ports_.clock, paper_, [this] { return write_paper_step(); });
}

/// Out: whether there is more to do. What was changed meanwhile is in it: it begins anew then.
bool App::Impl::write_paper_step() {
  const auto paper = paper_;
  const SeenState now = session_ && state_.phase == AppState::Phase::open ? SeenState::of(session_->view()) : SeenState();
  if (now.workspace != paper->source.workspace) {
    end_paper();
    return false;
  }
  if (now != paper->source) paper->begin(session_->view());
  if (!paper->writing->step()) {
    report_work(paper->work, paper->writing->share());
    return true;
  }
  end_paper();
  Outgoing written = paper->writing->take();
  if (paper->task.file_name.empty())
    run(PrintDocument{std::move(written.bytes), std::move(written.edit)});
  else
    run(SaveFile{paper->task.file_name, "text/csv", std::move(written.bytes), "insights", std::move(written.edit)});
  update_state();
  on_change_();
  return false;
}

void App::Impl::end_paper() {
  if (!paper_) return;
  end_work(paper_->work);
  paper_.reset();
}

}  // namespace fullcircle
