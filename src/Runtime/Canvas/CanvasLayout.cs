using TaskGen.Brokers;
using TaskGen.Dispatch;

namespace TaskGen.Canvases;

/// <summary>
/// A signature's tree laid out as nodes. The tree is walked with a stack of its own, so that no depth of it exhausts the thread's, and the
/// walk stops at a limit: a signature that is used twice in one that is used twice grows faster than it looks.
/// </summary>
internal sealed class CanvasLayout
{
    /// <summary>
    /// How deep lists may lie in each other. The JSON of a payload has 32 levels at most, and one of them is the object of the arguments.
    /// </summary>
    public const int MaxNesting = 30;

    /// <summary>Where a canvas without any task lies.</summary>
    public const string QueueOfNothing = "default";

    private readonly TaskGenOptions _limits;
    private readonly Stack<Action> _work = new();
    private readonly Stack<Section> _sections = new();
    private readonly List<CanvasPlace> _groups = [];
    private readonly List<CanvasPlace> _others = [];

    private CanvasLayout(TaskGenOptions limits) => _limits = limits;

    /// <summary>All nodes by their number: groups, then tasks and error scopes as they are written in the code.</summary>
    public IEnumerable<CanvasPlace> Places => _groups.Concat(_others);

    public int Groups => _groups.Count;

    public int Tasks { get; private set; }

    public int Entry { get; private set; }

    /// <summary>The queue of the first task, where the whole canvas lies.</summary>
    public string Queue { get; private set; } = QueueOfNothing;

    /// <exception cref="ArgumentException">The canvas is over a limit; the message names it.</exception>
    public static CanvasLayout Of(CanvasPart root, TaskGenOptions limits)
    {
        var layout = new CanvasLayout(limits);
        layout._work.Push(() => layout.Visit(root, new CanvasSurroundings()));
        while (layout._work.TryPop(out var next))
        {
            next();
        }

        var index = 0;
        foreach (var place in layout.Places)
        {
            place.Index = index++;
        }

        layout.Entry = layout._sections.Pop().Entry.Index;
        if (layout._others.Find(static place => place.Step is not null)?.Step is { } first)
        {
            layout.Queue = DispatchRules.QueueOf(first.Defaults, first.Options);
        }

        return layout;
    }

    private void Visit(CanvasPart part, CanvasSurroundings at)
    {
        switch (part)
        {
            case CanvasStep step:
                Tasks++;
                Finish(Add(_others, new CanvasPlace(CanvasNodeKind.Task, at) { Step = step }));
                break;
            case CanvasChain chain:
                _work.Push(() => Link(chain.PassesValue));
                _work.Push(() => Visit(chain.Next, at));
                _work.Push(() => Visit(chain.First, at with { HasNext = true }));
                break;
            case CanvasGroup group:
                VisitGroup(group, at);
                break;
            case CanvasGuard guard:
                var scope = Add(_others, new CanvasPlace(CanvasNodeKind.ErrorScope, at) { PassesValue = guard.PassesFailure });
                _work.Push(() => scope.Next = _sections.Pop().Entry);
                _work.Push(() => Visit(guard.Handler, new CanvasSurroundings { IsBranch = true }));
                _work.Push(() => Visit(guard.Body, at with { Scope = scope }));
                break;
            default:
                throw new InvalidOperationException($"A canvas has no parts of type {part.GetType()}.");
        }
    }

    private void VisitGroup(CanvasGroup group, CanvasSurroundings at)
    {
        var count = group.Members.Length;
        Require(
            count <= _limits.MaxGroupSize,
            $"it has a group of {count} members, and the most is {_limits.MaxGroupSize} (TaskGenOptions.MaxGroupSize). "
            + "Group the members themselves, or chunk what they work on.");
        var inside = new CanvasSurroundings { Nesting = at.HasNext ? 1 : at.Nesting + 1 };
        Require(
            inside.Nesting <= MaxNesting,
            $"its groups lie {inside.Nesting} deep in each other without a task that takes the results of one, "
            + $"and the most is {MaxNesting}: their results would be JSON that is nested too deep to be read.");
        var place = Add(_groups, new CanvasPlace(CanvasNodeKind.Group, at) { Members = new CanvasPlace[count] });
        _work.Push(() => VisitMembers(group, place, inside with { Group = place }));
    }

    // One member at a time: what is left of a large group stays one entry of the stack.
    private void VisitMembers(CanvasGroup group, CanvasPlace place, CanvasSurroundings at)
    {
        if (at.Position > 0)
        {
            place.Members[at.Position - 1] = _sections.Pop().Entry;
        }

        if (at.Position == group.Members.Length)
        {
            Finish(place);
            return;
        }

        _work.Push(() => VisitMembers(group, place, at with { Position = at.Position + 1 }));
        _work.Push(() => Visit(group.Members[at.Position], at));
    }

    private void Link(bool passesValue)
    {
        var next = _sections.Pop();
        var first = _sections.Pop();
        first.Exit.Next = next.Entry;
        first.Exit.PassesValue = passesValue;
        var length = first.Length + next.Length;
        Require(
            length <= _limits.MaxChainLength,
            $"it has a chain of {length} links or more, and the most is {_limits.MaxChainLength} (TaskGenOptions.MaxChainLength).");
        _sections.Push(new Section(first.Entry, next.Exit, length));
    }

    private void Finish(CanvasPlace place) => _sections.Push(new Section(place, place, 1));

    private CanvasPlace Add(List<CanvasPlace> places, CanvasPlace place)
    {
        Require(
            _groups.Count + _others.Count < _limits.MaxCanvasTasks,
            $"it has more than {_limits.MaxCanvasTasks} tasks, groups and error handlers (TaskGenOptions.MaxCanvasTasks).");
        places.Add(place);
        return place;
    }

    private static void Require(bool holds, string problem, string parameter = "signature")
    {
        if (!holds)
        {
            throw new ArgumentException($"The canvas is too large, and nothing of it was enqueued: {problem}", parameter);
        }
    }

    // Whatever a part is made of, it has one place to start at and one whose success is its own.
    private readonly record struct Section(CanvasPlace Entry, CanvasPlace Exit, int Length);
}
