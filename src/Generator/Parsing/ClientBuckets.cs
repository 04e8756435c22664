using System.Collections.Immutable;
using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Model;
using TaskGen.Generator.Rules.Names;

namespace TaskGen.Generator.Parsing;

/// <summary>
/// Puts the tasks of each class together and gives each class a place that depends on its name alone. The pipeline compares by position: in
/// a plain list, a class that is added or renamed would move those behind it, and files in another order would move all; every class that
/// moved would be emitted again.
/// </summary>
internal static class ClientBuckets
{
    // Two classes of one bucket may be emitted together, so there are more buckets than classes in nearly all assemblies.
    private const int Count = 1024;

    /// <summary>Spreads the classes over the buckets, each with those of its tasks that can be emitted side by side.</summary>
    public static ImmutableArray<EquatableArray<ClientModel>> Spread(ImmutableArray<TaskModel> tasks, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var buckets = new EquatableArray<ClientModel>[Count];
        var resolved = TaskSetRules.Resolve(tasks);
        for (var first = 0; first < resolved.Length;)
        {
            var taskClass = resolved[first].Class;
            var end = first + 1;
            while (end < resolved.Length && resolved[end].Class.MetadataName == taskClass.MetadataName)
            {
                end++;
            }

            var bucket = StableHash.Of(taskClass.MetadataName) % Count;
            buckets[bucket] = ImmutableArray.CreateRange(buckets[bucket])
                .Add(new ClientModel(taskClass, ImmutableArray.Create(resolved, first, end - first)));
            first = end;
        }

        return ImmutableArray.Create(buckets);
    }
}
