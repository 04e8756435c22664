using Reliability.Worker;

namespace Reliability.Tests;

/// <summary>
/// A random canvas before it is one: what it is made of, for the canvas and for the reference alike. All of them come to a text.
/// </summary>
internal abstract record Plan
{
    /// <summary>One task.</summary>
    /// <param name="Number">Its number; twins share theirs.</param>
    /// <param name="Conduct">How it behaves.</param>
    /// <param name="Elsewhere">Whether it runs on another queue, and so in another hash slot.</param>
    /// <param name="IsTwin">Whether equal ones are one task.</param>
    public sealed record Leaf(int Number, Conduct Conduct, bool Elsewhere, bool IsTwin) : Plan;

    /// <summary>A task that takes what another plan came to.</summary>
    public sealed record Then(Plan First, int Number, Conduct Conduct, bool Elsewhere) : Plan;

    /// <summary>A plan that follows another one and takes nothing of it.</summary>
    public sealed record After(Plan First, Plan Second) : Plan;

    /// <summary>A group, and a task that takes what all of its members came to.</summary>
    public sealed record Chord(IReadOnlyList<Plan> Members, int Number, Conduct Conduct) : Plan;

    /// <summary>A plan whose failure a task hears of.</summary>
    public sealed record Heard(Plan Inner, int Number) : Plan;

    /// <summary>A plan whose failure starts another plan.</summary>
    public sealed record Rescued(Plan Inner, Plan Rescue) : Plan;
}
