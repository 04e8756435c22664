using System.Collections.Immutable;
using TaskGen.Generator.Guarding;
using TaskGen.Generator.Model;
using TaskGen.Generator.Rules.Conditions;

namespace TaskGen.Generator.Parsing;

/// <summary>Creates the registry model of an assembly from the tasks and conditions that were found in its files.</summary>
internal static class RegistryParser
{
    /// <summary>Returns the registry entries of the tasks of a class.</summary>
    public static ImmutableArray<RegistryEntry> ParseEntries(ClientFileModel client, StepRun run)
    {
        var tasks = client.Client.Tasks;
        var entries = ImmutableArray.CreateBuilder<RegistryEntry>(tasks.Count);
        foreach (var task in tasks)
        {
            run.CancellationToken.ThrowIfCancellationRequested();
            entries.Add(new RegistryEntry(task.FullTaskTypeName, task.WireName, task.Aliases, task.Declaration));
        }

        return entries.MoveToImmutable();
    }

    /// <summary>Returns the registry model of an assembly.</summary>
    public static RegistryModel Parse(
        ((
            ((AssemblyModel Assembly, ImmutableArray<string> JsonContexts) Said, ImmutableArray<RegistryEntry> Entries) Tasks,
            ImmutableArray<TaskClassModel> Classes) Declared,
            ImmutableArray<ConditionModel> Conditions) found,
        StepRun run)
    {
        run.CancellationToken.ThrowIfCancellationRequested();
        var (((said, entries), classes), methods) = found;
        var clients = ImmutableArray.CreateBuilder<string>(classes.Length);
        foreach (var taskClass in classes.Sort(static (left, right) => string.CompareOrdinal(left.MetadataName, right.MetadataName)))
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
            said.Assembly,
            entries.Sort(static (left, right) => string.CompareOrdinal(left.TaskTypeName, right.TaskTypeName)),
            clients.ToImmutable(),
            said.JsonContexts,
            conditions,
            ImmutableArray.CreateRange(experimentalIds));
    }

    /// <summary>Returns the model of the method <c>AddGeneratedTasks</c>.</summary>
    public static ExtensionModel ParseExtension((AssemblyModel Assembly, ImmutableArray<GeneratedText> Modules) emitted, StepRun run)
    {
        run.CancellationToken.ThrowIfCancellationRequested();
        return new ExtensionModel(emitted.Assembly, HasModule: !emitted.Modules.IsEmpty);
    }
}
