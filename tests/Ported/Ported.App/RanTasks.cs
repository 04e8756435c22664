using System.Collections.Concurrent;
using System.Diagnostics;

namespace Ported.App;

/// <summary>Collects the names of the tasks that ran, from the activities of their executions.</summary>
internal sealed class RanTasks : IDisposable
{
    private readonly ConcurrentDictionary<string, bool> _names = new(StringComparer.Ordinal);
    private readonly ActivityListener _listener;

    public RanTasks()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "TaskGen",
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.OperationName.StartsWith("process", StringComparison.Ordinal)
                    && activity.GetTagItem("taskgen.task.name") is string name)
                {
                    _names[name] = true;
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyCollection<string> Names => [.. _names.Keys.Order(StringComparer.Ordinal)];

    public void Dispose() => _listener.Dispose();
}
