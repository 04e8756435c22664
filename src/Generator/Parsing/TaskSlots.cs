using System.Collections.Immutable;
using TaskGen.Generator.Emitting;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Parsing;

/// <summary>
/// Gives each task a place that depends on its name alone. The pipeline compares by position: in a plain list, a task that is added or renamed would move those
/// behind it, and files in another order would move all; every task that moved would be emitted again.
/// </summary>
internal static class TaskSlots
{
    // Two tasks of one slot are emitted together, so there are more slots than tasks in nearly all assemblies.
    private const int Count = 1024;

    /// <summary>Spreads the tasks that can be emitted side by side over the slots.</summary>
    public static ImmutableArray<EquatableArray<TaskModel>> Spread(ImmutableArray<TaskModel> tasks, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var slots = new EquatableArray<TaskModel>[Count];
        foreach (var task in TaskSetRules.Resolve(tasks))
        {
            var slot = HintNames.StableHashCode(task.FullTaskTypeName) % Count;
            slots[slot] = ImmutableArray.CreateRange(slots[slot]).Add(task);
        }

        return ImmutableArray.Create(slots);
    }
}
