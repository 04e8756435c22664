using System.Collections.Immutable;
using TaskGen.Generator.Emitting;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Parsing;

/// <summary>
/// Gives each task and each class a place that depends on its name alone. The pipeline compares by position: in a plain list, a task that is added or renamed would move those
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
        return Spread(TaskSetRules.Resolve(tasks), static task => task.FullTaskTypeName);
    }

    /// <summary>Spreads classes over the slots, each once.</summary>
    public static ImmutableArray<EquatableArray<TaskClassModel>> Spread(ImmutableArray<TaskClassModel> classes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Spread(RegistryParser.Distinct(classes), static taskClass => taskClass.MetadataName);
    }

    private static ImmutableArray<EquatableArray<T>> Spread<T>(ImmutableArray<T> items, Func<T, string> name)
        where T : IEquatable<T>
    {
        var slots = new EquatableArray<T>[Count];
        foreach (var item in items)
        {
            var slot = HintNames.StableHashCode(name(item)) % Count;
            slots[slot] = ImmutableArray.CreateRange(slots[slot]).Add(item);
        }

        return ImmutableArray.Create(slots);
    }
}
