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
        (((AssemblyModel Assembly, ImmutableArray<RegistryEntry> Entries) Tasks, ImmutableArray<TaskClassModel> Classes) Declared, ImmutableArray<string> JsonContexts) found,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var clients = ImmutableArray.CreateBuilder<string>(found.Declared.Classes.Length);
        foreach (var taskClass in Distinct(found.Declared.Classes))
        {
            clients.Add(taskClass.ClientTypeName);
        }

        return new RegistryModel(
            found.Declared.Tasks.Assembly,
            found.Declared.Tasks.Entries.Sort(static (left, right) => string.CompareOrdinal(left.TaskTypeName, right.TaskTypeName)),
            clients.ToImmutable(),
            ImmutableArray.CreateRange(new SortedSet<string>(found.JsonContexts, StringComparer.Ordinal)));
    }
}
