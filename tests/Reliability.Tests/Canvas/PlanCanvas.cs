using Reliability.Worker;
using TaskGen;

namespace Reliability.Tests;

/// <summary>Makes canvases of plans.</summary>
internal static class PlanCanvas
{
    public static Signature<string> Make(Plan plan, CanvasTasksClient tasks) => plan switch
    {
        Plan.Leaf { IsTwin: true } twin => tasks.Twin.Signature(twin.Number, twin.Conduct),
        Plan.Leaf leaf => tasks.Leaf.With(Options(leaf.Conduct, leaf.Elsewhere)).Signature(leaf.Number, leaf.Conduct),
        Plan.Then then =>
            Make(then.First, tasks).Then(tasks.Next.With(Options(then.Conduct, then.Elsewhere)).Partial(then.Number, then.Conduct)),
        Plan.After after => Make(after.First, tasks).Then(Make(after.Second, tasks)),
        Plan.Chord chord => TaskGen.Canvas.Group(chord.Members.Select(member => Make(member, tasks)))
            .Then(tasks.Join.With(Options(chord.Conduct, elsewhere: false)).Partial(chord.Number, chord.Conduct)),
        Plan.Heard heard => Make(heard.Inner, tasks).OnError(tasks.Hear.Partial(heard.Number, NumberToHear(heard.Inner))),
        Plan.Rescued rescued => Make(rescued.Inner, tasks).OnError(Make(rescued.Rescue, tasks)),
        _ => throw new ArgumentException($"There is no plan {plan}.", nameof(plan)),
    };

    // A task that has expired says nothing of itself.
    private static int NumberToHear(Plan plan) =>
        new PlanReference().Run(plan) is { State: not TaskState.Expired } outcome ? outcome.Failed : 0;

    private static EnqueueOptions Options(Conduct conduct, bool elsewhere) => new()
    {
        Queue = elsewhere ? ProbeHost.OtherQueue : null,
        ExpiresAt = conduct == Conduct.Expire ? DateTimeOffset.UnixEpoch.AddDays(1) : null,
    };
}
