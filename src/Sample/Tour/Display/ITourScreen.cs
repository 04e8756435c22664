namespace TaskGen.Sample;

/// <summary>Shows the tour: as panels in a terminal, or as lines of plain text in a file or a pipe.</summary>
internal interface ITourScreen
{
    /// <summary>Begins to show a step.</summary>
    /// <param name="title">The title of the step.</param>
    /// <param name="shows">The description of the step, in one line.</param>
    /// <param name="code">The lines of C# that are shown with the step.</param>
    /// <returns>The log to which the step writes its output.</returns>
    StepLog Begin(string title, string shows, IReadOnlyList<string> code);

    /// <summary>Shows a step while it runs, and its output when it has ended.</summary>
    /// <param name="log">The log of the step.</param>
    /// <param name="run">A function that runs the step.</param>
    /// <returns>A <see cref="Task"/> that completes when the step has ended and its output is shown. It fails if the step fails.</returns>
    Task ShowAsync(StepLog log, Func<Task> run);

    /// <summary>Shows the summary table at the end of the tour, and the line with the totals.</summary>
    /// <param name="result">The finished tour.</param>
    void Summarize(TourResult result);
}
