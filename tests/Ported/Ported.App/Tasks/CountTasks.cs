using TaskGen;

namespace Ported.App.Tasks;

/// <summary>A base class that declares a task which derived classes do not repeat.</summary>
internal abstract class CountTasks
{
    [Task(Name = "app.count")]
    public static int Count(params IReadOnlyCollection<string> words) => words.Count;
}
