using TaskGen;

namespace Pattern.Tests;

/// <summary>Tasks with text in all scripts of the world.</summary>
/// <param name="probe">Told of each run of a body.</param>
public sealed class WordTasks(Probe probe)
{
    [Task(Name = "patterns.repeat_words", Idempotent = true)]
    public Words Repeat(string text, Words words)
    {
        ArgumentNullException.ThrowIfNull(words);
        probe.Mark("repeat");
        return words with { 文本 = text };
    }

    [Task(Name = "patterns.name_words", Idempotent = true)]
    public string Name(string text = "未知 😀") => $"{text} in run {probe.Mark("name")}";

    [Task(Name = "patterns.unknown_words")]
    public string GetUnknown() => "未知 😀";

    [Task(Name = "patterns.report_words")]
    public void Report(string text, ITaskProgress<Words> progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        progress.Report(1, 1, text, new Words(text));
        throw new TaskRejectedException(text);
    }
}
