using System.Collections.Immutable;
using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Guarding;
using TaskGen.Generator.Model;
using TaskGen.Generator.Rules.Names;

namespace TaskGen.Generator.Parsing;

/// <summary>
/// Groups tasks by class, and assigns each class to a bucket (a fixed list position) that depends only on its name. The pipeline compares
/// the items of a list by position, and emits a class again if its position has changed. In an ordinary list, an added or renamed class
/// would change the positions of all following classes, and a different file order would change the positions of all classes.
/// </summary>
internal static class ClientBuckets
{
    // If one class in a bucket changes, the other classes in the bucket might also be emitted again. Therefore, the number is greater than
    // the number of task classes in nearly all assemblies.
    private const int Count = 1024;

    /// <summary>Distributes the classes to the buckets. Each class contains only its tasks whose generated names do not conflict.</summary>
    public static ImmutableArray<EquatableArray<ClientModel>> Spread(ImmutableArray<TaskModel> tasks, StepRun run)
    {
        run.CancellationToken.ThrowIfCancellationRequested();
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
