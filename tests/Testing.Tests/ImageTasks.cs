namespace TaskGen.Testing.Tests;

/// <summary>Tasks to put together: each writes what it did.</summary>
public sealed class ImageTasks(Ledger ledger)
{
    [Task]
    public string Fetch(string url)
    {
        ledger.Add($"fetch {url}");
        return url.StartsWith("bad", StringComparison.Ordinal) ? throw new TaskRejectedException($"no {url}") : url;
    }

    [Task]
    public string Resize(string image, int width = 10)
    {
        ledger.Add($"resize {image} {width}");
        return $"{image}@{width}";
    }

    [Task]
    public string Assemble(IReadOnlyList<string> images, string title) => Write($"{title}: {string.Join(',', images)}");

    [Task]
    public string AssembleArray(params string[] images) => Write(string.Join(',', images));

    [Task]
    public int CountLists(List<IReadOnlyList<string>> lists) => lists.Sum(static list => list.Count);

    [Task(IgnoreResult = true)]
    public void Store(string image) => ledger.Add($"store {image}");

    [Task]
    public int ProcessBatch(int[] ids) => ids.Sum();

    [Task(Idempotent = true)]
    public string Once(string image, int width = 10) => Write($"once {image} {width}");

    [Task]
    public void Notify(TaskFailure failure) =>
        ledger.Add($"notify {failure.TaskName} {failure.State} {failure.Attempts}: {failure.Message}");

    [Task]
    public void Clean() => ledger.Add("clean");

    [Task]
    public string? Nothing() => null;

    [Task]
    public string Describe(string? text = "none") => text ?? "null";

    private string Write(string line)
    {
        ledger.Add(line);
        return line;
    }
}
