using Ported.Services;
using TaskGen;

namespace Ported.App.Tasks;

/// <summary>Internal tasks, with a client of a different name, and with classes inside.</summary>
[TaskGroup("Startup")]
internal sealed class StartupTasks(IJournal journal)
{
    [Task(Name = "app.warm_up")]
    internal void WarmUp() => journal.Add("warm");

    /// <summary>The client of a nested class has a name of both classes.</summary>
    internal static class Weekly
    {
        [Task(Name = "app.weekly", Queue = "maintenance")]
        internal static async Task<DayOfWeek> RunAsync(DateOnly date, CancellationToken cancellationToken)
        {
            await Task.Delay(1, cancellationToken);
            return date.DayOfWeek;
        }
    }
}
