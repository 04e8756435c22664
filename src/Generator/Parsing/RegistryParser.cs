using System.Collections.Immutable;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Parsing;

/// <summary>Puts what was found all over an assembly together.</summary>
internal static class RegistryParser
{
    /// <summary>Each class once, in an order that does not depend on files.</summary>
    public static ImmutableArray<TaskClassModel> Distinct(ImmutableArray<TaskClassModel> classes)
    {
        var distinct = ImmutableArray.CreateBuilder<TaskClassModel>();
        foreach (var candidate in classes.Sort(static (left, right) => string.CompareOrdinal(left.MetadataName, right.MetadataName)))
        {
            if (distinct.Count == 0 || distinct[distinct.Count - 1] != candidate)
            {
                distinct.Add(candidate);
            }
        }

        return distinct.ToImmutable();
    }

    /// <summary>The registry of an assembly.</summary>
    public static RegistryModel Parse(
        ((((AssemblyModel Assembly, ImmutableArray<RegistryEntry> Entries) Tasks, ImmutableArray<TaskClassModel> Classes) Declared, ImmutableArray<string> JsonContexts) Described,
            ImmutableArray<ConditionModel> Conditions) found,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var ((declared, jsonContexts), methods) = found;
        var clients = ImmutableArray.CreateBuilder<string>(declared.Classes.Length);
        foreach (var taskClass in Distinct(declared.Classes))
        {
            clients.Add(taskClass.ClientTypeName);
        }

        var conditions = ConditionSetRules.Resolve(methods);
        var experimentalIds = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var condition in conditions)
        {
            experimentalIds.UnionWith(condition.ExperimentalIds);
        }

        return new RegistryModel(
            declared.Tasks.Assembly,
            declared.Tasks.Entries.Sort(static (left, right) => string.CompareOrdinal(left.TaskTypeName, right.TaskTypeName)),
            clients.ToImmutable(),
            ImmutableArray.CreateRange(new SortedSet<string>(jsonContexts, StringComparer.Ordinal)),
            conditions,
            ImmutableArray.CreateRange(experimentalIds));
    }
}
