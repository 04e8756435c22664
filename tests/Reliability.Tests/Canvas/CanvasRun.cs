using Reliability.Worker;
using TaskGen;

namespace Reliability.Tests;

/// <summary>A random canvas on its way, and what must become of it.</summary>
internal sealed class CanvasRun
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(100);

    private readonly PlanReference _reference = new();
    private readonly Plan _plan;
    private readonly Outcome _expected;
    private readonly HashSet<int> _numbers;
    private bool _wasCanceled;

    public CanvasRun(Plan plan)
    {
        _plan = plan;
        _expected = _reference.Run(plan);
        _numbers = [.. NumbersOf(plan)];
    }

    /// <summary>How many bodies run.</summary>
    public int Bodies => _reference.Bodies.Count;

    /// <summary>Runs it to its end.</summary>
    /// <param name="client">Dispatches it.</param>
    /// <param name="tasks">What it is made of.</param>
    /// <param name="cancelAfter">When the whole is canceled, or null.</param>
    /// <returns>What is wrong; null where it came to what it must.</returns>
    public async Task<string?> RunAsync(ITaskClient client, CanvasTasksClient tasks, TimeSpan? cancelAfter)
    {
        var handle = await client.DelayAsync(PlanCanvas.Make(_plan, tasks));
        if (cancelAfter is { } wait)
        {
            await Task.Delay(wait);
            _wasCanceled = await handle.CancelAsync("enough");
        }

        try
        {
            var value = await handle.GetAsync(Limit);
            if (_wasCanceled && _plan is not Plan.Leaf)
            {
                return Wrong("it succeeded though it was canceled");
            }

            // One task alone is asked to cancel, and may be through before it hears of it.
            return value == _expected.Value ? null : Wrong($"it came to {value}");
        }
        catch (TaskFailedException exception) when (_wasCanceled)
        {
            return exception is { State: TaskState.Canceled, RemoteMessage: "enough" }
                || (_plan is Plan.Leaf && exception.State == _expected.State)
                ? null
                : Wrong($"it was canceled and came to {exception.Message}");
        }
        catch (TaskFailedException exception)
        {
            var isRight = exception.State == _expected.State
                && (exception.State == TaskState.Expired || exception.RemoteMessage == CanvasTasks.Saying(_expected.Failed));
            return isRight ? null : Wrong($"it came to {exception.State}: {exception.Message}");
        }
        catch (TimeoutException)
        {
            return Wrong("it hangs");
        }
    }

    /// <summary>Whether all bodies that must run have begun, and those that began under errors too.</summary>
    public bool HasRun(IReadOnlyDictionary<int, HashSet<Guid>> idsByNumber) =>
        _wasCanceled || _reference.Bodies.All(idsByNumber.ContainsKey);

    /// <summary>What the ledger says that must not be.</summary>
    public IEnumerable<string> Judge(IReadOnlyDictionary<int, HashSet<Guid>> idsByNumber)
    {
        foreach (var number in _numbers)
        {
            var ids = idsByNumber.GetValueOrDefault(number) ?? [];
            if (ids.Count > 1)
            {
                yield return Wrong($"the body of {number} ran for {ids.Count} ids");
            }

            if (ids.Count > 0 && !_reference.Bodies.Contains(number))
            {
                yield return Wrong($"the body of {number} ran");
            }

            if (ids.Count == 0 && !_wasCanceled && _reference.Bodies.Contains(number))
            {
                yield return Wrong($"the body of {number} did not run");
            }

            if (idsByNumber.ContainsKey(-number))
            {
                yield return Wrong($"{number} heard of the wrong failure");
            }
        }
    }

    private string Wrong(string what) => $"{what}; expected was {_expected}. The plan: {Describe(_plan)}";

    private static string Describe(Plan plan) => plan switch
    {
        Plan.Leaf leaf => $"{(leaf.IsTwin ? "twin " : "")}{leaf.Number} {leaf.Conduct}{(leaf.Elsewhere ? " elsewhere" : "")}",
        Plan.Then then => $"{Describe(then.First)} > {then.Number} {then.Conduct}{(then.Elsewhere ? " elsewhere" : "")}",
        Plan.After after => $"{Describe(after.First)} ; {Describe(after.Second)}",
        Plan.Chord chord => $"[{string.Join(", ", chord.Members.Select(Describe))}] > {chord.Number} {chord.Conduct}",
        Plan.Heard heard => $"({Describe(heard.Inner)}) else {heard.Number}",
        Plan.Rescued rescued => $"({Describe(rescued.Inner)}) else ({Describe(rescued.Rescue)})",
        _ => "?",
    };

    private static IEnumerable<int> NumbersOf(Plan plan) => plan switch
    {
        Plan.Leaf leaf => [leaf.Number],
        Plan.Then then => [.. NumbersOf(then.First), then.Number],
        Plan.After after => [.. NumbersOf(after.First), .. NumbersOf(after.Second)],
        Plan.Chord chord => [.. chord.Members.SelectMany(NumbersOf), chord.Number],
        Plan.Heard heard => [.. NumbersOf(heard.Inner), heard.Number],
        Plan.Rescued rescued => [.. NumbersOf(rescued.Inner), .. NumbersOf(rescued.Rescue)],
        _ => [],
    };
}
