using TaskGen.Sample;

namespace Integration.Tests;

/// <summary>Keeps the output of the tour, so that it can be rendered several times.</summary>
internal sealed class RecordingScreen : ITourScreen
{
    public List<StepLog> Logs { get; } = [];

    public TourResult? Result { get; private set; }

    public StepLog Begin(string title, string shows, IReadOnlyList<string> code)
    {
        var log = new StepLog(title, shows, code);
        Logs.Add(log);
        return log;
    }

    public Task ShowAsync(StepLog log, Func<Task> run) => run();

    public void Summarize(TourResult result) => Result = result;
}
