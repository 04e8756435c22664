using TaskGen.Brokers;
using TaskGen.Canvases;

namespace TaskGen.Tests;

public sealed class CanvasLayoutTests
{
    private readonly TaskGenOptions _limits = new();

    [Fact]
    public void A_chain_leads_from_task_to_task_and_each_can_fail_the_whole()
    {
        var nodes = Nodes(Scripts.Of("a").Then(Scripts.Partial()).Then(Scripts.Of("c")));

        Assert.Equal(
            [
                "0 Task next=1 passes parent=whole/0 scope=-1", "1 Task next=2 parent=whole/0 scope=-1",
                "2 Task next=-1 parent=whole/0 scope=-1",
            ],
            nodes.Select(Show));
    }

    [Fact]
    public void It_makes_no_difference_how_a_chain_is_put_together()
    {
        var left = Scripts.Of("a").Then(Scripts.Of("b")).Then(Scripts.Of("c")).Then(Scripts.Of("d"));
        var right = Scripts.Of("a").Then(Scripts.Of("b").Then(Scripts.Of("c").Then(Scripts.Of("d"))));

        Assert.Equal(Nodes(left).Select(Show), Nodes(right).Select(Show));
    }

    [Fact]
    public void A_chord_starts_with_its_group_and_all_groups_come_first()
    {
        var inner = Canvas.Group(Scripts.Of("b"), Scripts.Of("c"));
        var canvas = Scripts
            .Of("first")
            .Then(Canvas.Group(
                Scripts.Of("a").Then(Scripts.Partial()), inner.Then(Scripts.Partial<IReadOnlyList<string>, Profiles.Plain>())))
            .Then(Scripts.Partial<IReadOnlyList<string>, Profiles.Plain>());

        var layout = CanvasLayout.Of(canvas.Part, _limits);

        Assert.Equal((2, 7, 2), (layout.Groups, layout.Tasks, layout.Entry));
        Assert.Equal(
            [
                "0 Group next=8 passes parent=whole/0 scope=-1 [3,1]",
                "1 Group next=7 passes parent=0/1 scope=-1 [5,6]",
                "2 Task next=0 parent=whole/0 scope=-1",
                "3 Task next=4 passes parent=0/0 scope=-1",
                "4 Task next=-1 parent=0/0 scope=-1",
                "5 Task next=-1 parent=1/0 scope=-1",
                "6 Task next=-1 parent=1/1 scope=-1",
                "7 Task next=-1 parent=0/1 scope=-1",
                "8 Task next=-1 parent=whole/0 scope=-1",
            ],
            layout.Places.Select(static place => Show(place.ToNode(default))));
    }

    [Fact]
    public void A_group_s_members_are_guarded_by_what_stands_around_the_group_only_through_it()
    {
        var canvas = Canvas.Group(Scripts.Of("a").OnError(Scripts.Of("inner")))
            .OnError(Scripts.Partial<TaskFailure, Profiles.Plain>())
            .Then(Scripts.Of("b"))
            .OnError(Scripts.Of("outer"));

        Assert.Equal(
            [
                "0 Group next=7 parent=whole/0 scope=2 [4]",
                "1 ErrorScope next=8 parent=whole/0 scope=-1",
                "2 ErrorScope next=6 passes parent=whole/0 scope=1",
                "3 ErrorScope next=5 parent=0/0 scope=-1",
                "4 Task next=-1 parent=0/0 scope=3",
                "5 Task next=-1 parent=nobody/0 scope=-1",
                "6 Task next=-1 parent=nobody/0 scope=-1",
                "7 Task next=-1 parent=whole/0 scope=1",
                "8 Task next=-1 parent=nobody/0 scope=-1",
            ],
            Nodes(canvas).Select(Show));
    }

    [Fact]
    public void A_signature_can_be_used_in_several_places_and_each_is_a_place_of_its_own()
    {
        var part = Scripts.Of("a").Then(Scripts.Partial());

        var nodes = Nodes(Canvas.Group(part, part, part.Then(part)));

        Assert.Equal(9, nodes.Count);
        Assert.Equal(9, nodes.Select(static node => node.Index).Distinct().Count());
    }

    [Fact]
    public void The_canvas_lies_in_the_queue_of_the_task_that_is_written_first()
    {
        Assert.Equal("cpu", CanvasLayout.Of(Scripts.Of<Profiles.Cpu>("a").Then(Scripts.Of("b")).Part, _limits).Queue);
        Assert.Equal("bulk", CanvasLayout.Of(Canvas.Group<string>([]).Then(Scripts.Of("b", new() { Queue = "bulk" })).Part, _limits).Queue);
        Assert.Equal("default", CanvasLayout.Of(Canvas.Group(Canvas.Group<string>([])).Part, _limits).Queue);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_chain_of_any_length_is_laid_out_without_exhausting_the_stack(bool leftNested)
    {
        _limits.MaxChainLength = 50_000;
        var canvas = Scripts.Of("a");
        for (var index = 1; index < 50_000; index++)
        {
            canvas = leftNested ? canvas.Then(Scripts.Of("a")) : Scripts.Of("a").Then(canvas);
        }

        Assert.Equal(50_000, Nodes(canvas).Count);
        Assert.Equal(50_000, Nodes(canvas)[^2].Next + 1);
        Refused("MaxChainLength", canvas.Then(Scripts.Of("one too many")));
    }

    [Fact]
    public void Handlers_of_handlers_are_laid_out_without_exhausting_the_stack()
    {
        var canvas = Scripts.Of("a");
        for (var index = 0; index < 20_000; index++)
        {
            canvas = Scripts.Of("a").OnError(canvas);
        }

        Assert.Equal(40_001, Nodes(canvas).Count);
    }

    [Fact]
    public void Each_limit_is_named_with_its_option()
    {
        _limits.MaxGroupSize = 3;
        Nodes(Canvas.Group(Enumerable.Repeat(Scripts.Of("a"), 3)));
        Refused("MaxGroupSize", Canvas.Group(Enumerable.Repeat(Scripts.Of("a"), 4)));

        _limits.MaxChainLength = 2;
        Nodes(Scripts.Of("a").Then(Scripts.Of("b")));
        Refused("MaxChainLength", Scripts.Of("a").Then(Canvas.Group(Scripts.Of("b"))).Then(Scripts.Of("c")));

        _limits.MaxCanvasTasks = 3;
        Nodes(Canvas.Group(Scripts.Of("a"), Scripts.Of("b")));
        Refused("MaxCanvasTasks", Canvas.Group(Scripts.Of("a"), Scripts.Of("b")).OnError(Scripts.Of("c")));
    }

    [Fact]
    public void A_signature_that_doubles_itself_is_refused_at_the_limit_and_not_after_it()
    {
        var tasks = Scripts.Of("a");
        var nothing = Canvas.Group<string>([]);
        for (var index = 0; index < 60; index++)
        {
            tasks = tasks.Then(tasks);
            nothing = Canvas.Group(nothing, nothing).Then(Canvas.Group<string>([]));
        }

        Refused("MaxChainLength", tasks);
        Refused("MaxCanvasTasks", nothing);
    }

    [Fact]
    public void Lists_lie_thirty_deep_in_each_other_at_most_unless_a_task_takes_them_apart()
    {
        Nodes(new Signature<object>(Nest(30), null!));
        Refused("30", new Signature<object>(Nest(31), null!));

        var chords = Scripts.Of("a");
        for (var index = 0; index < 100; index++)
        {
            chords = Canvas.Group(chords).Then(Scripts.Partial<IReadOnlyList<string>, Profiles.Plain>());
        }

        Assert.Equal(201, Nodes(chords).Count);
    }

    private static CanvasPart Nest(int depth)
    {
        var part = Scripts.Of("a").Part;
        for (var index = 0; index < depth; index++)
        {
            part = new CanvasGroup([part]);
        }

        return part;
    }

    private List<CanvasNode> Nodes(Signature signature)
    {
        var nodes = CanvasLayout.Of(signature.Part, _limits).Places.Select(static place => place.ToNode(default)).ToList();
        Assert.Equal(Enumerable.Range(0, nodes.Count), nodes.Select(static node => node.Index));
        return nodes;
    }

    private void Refused(string named, Signature signature) =>
        Assert.Contains(
            named,
            Assert.Throws<ArgumentException>(nameof(signature), () => CanvasLayout.Of(signature.Part, _limits)).Message,
            StringComparison.Ordinal);

    private static string Show(CanvasNode node)
    {
        var parent = node.Parent switch { CanvasNode.Whole => "whole", CanvasNode.Nobody => "nobody", var group => $"{group}" };
        var members = node.Kind == CanvasNodeKind.Group ? $" [{string.Join(',', node.Members)}]" : "";
        return $"{node.Index} {node.Kind} next={node.Next}{(node.PassesValue ? " passes" : "")} parent={parent}/{node.Position} "
            + $"scope={node.Scope}{members}";
    }
}
