using System.Globalization;
using Reliability.Worker;
using TaskGen;

namespace Reliability.Tests;

/// <summary>Says what a plan comes to and which bodies run, by going through it once. It knows nothing of queues, steps or ids.</summary>
internal sealed class PlanReference
{
    /// <summary>The numbers of the tasks whose bodies run.</summary>
    public HashSet<int> Bodies { get; } = [];

    public Outcome Run(Plan plan)
    {
        switch (plan)
        {
            case Plan.Leaf leaf:
                return Act(leaf.Number, leaf.Conduct, Text(leaf.Number));
            case Plan.Then then:
                var first = Run(then.First);
                return first.Succeeds ? Act(then.Number, then.Conduct, $"{first.Value}>{Text(then.Number)}") : first;
            case Plan.After after:
                return Run(after.First) is { Succeeds: false } failure ? failure : Run(after.Second);
            case Plan.Chord chord:
                var members = chord.Members.Select(Run).ToList();
                return members.Find(static member => !member.Succeeds)
                    ?? Act(
                        chord.Number,
                        chord.Conduct,
                        $"({string.Join(',', members.Select(static member => member.Value))})>{Text(chord.Number)}");
            case Plan.Heard heard:
                var inner = Run(heard.Inner);
                if (!inner.Succeeds)
                {
                    Bodies.Add(heard.Number);
                }

                return inner;
            case Plan.Rescued rescued:
                var outcome = Run(rescued.Inner);
                if (!outcome.Succeeds)
                {
                    Run(rescued.Rescue);
                }

                return outcome;
            default:
                throw new ArgumentException($"There is no plan {plan}.", nameof(plan));
        }
    }

    private Outcome Act(int number, Conduct conduct, string value)
    {
        if (conduct != Conduct.Expire)
        {
            Bodies.Add(number);
        }

        return conduct switch
        {
            Conduct.Succeed or Conduct.Retry => new Outcome(TaskState.Succeeded, value, 0),
            Conduct.Cancel => new Outcome(TaskState.Canceled, "", number),
            Conduct.Expire => new Outcome(TaskState.Expired, "", number),
            _ => new Outcome(TaskState.Failed, "", number),
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
