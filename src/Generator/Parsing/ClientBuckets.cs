using System.Collections.Immutable;
using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Model;
using TaskGen.Generator.Rules.Names;

namespace TaskGen.Generator.Parsing;

/// <summary>
/// Groups tasks by class and assigns each class to a position that depends only on its name. The pipeline compares the items of a list by
/// position and emits a class again if its position has changed. In a plain list, an added or renamed class would change the positions of
/// the classes after it, and a different order of the files those of all classes.
/// </summary>
internal static class ClientBuckets
{
    // Classes in the same bucket may be emitted together, so the number is higher than the number of task classes of nearly all assemblies.
    private const int Count = 1024;

    /// <summary>Distributes the classes over the buckets, each with those of its tasks whose generated names do not collide.</summary>
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
