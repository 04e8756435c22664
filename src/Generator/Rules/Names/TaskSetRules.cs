using System.Collections.Immutable;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Rules.Names;

/// <summary>
/// The rules that hold between tasks. Read by the pipeline, which leaves out what would not compile, and by the analyzer, which says why.
/// </summary>
internal static class TaskSetRules
{
    /// <summary>The tasks that can be emitted side by side, in an order that does not depend on files.</summary>
    /// <remarks>
    /// Two tasks of one wire name or alias are an error but both are emitted: one message is better than one at every call.
    /// </remarks>
    public static ImmutableArray<TaskModel> Resolve(ImmutableArray<TaskModel> tasks)
    {
        var kept = ImmutableArray.CreateBuilder<TaskModel>(tasks.Length);
        Visit(tasks, kept.Add, static _ => { });
        return kept.ToImmutable();
    }

    /// <summary>Every pair of tasks that need one name; which of a pair comes first does not depend on files.</summary>
    public static ImmutableArray<TaskClash> FindClashes(ImmutableArray<TaskModel> tasks)
    {
        var clashes = ImmutableArray.CreateBuilder<TaskClash>();
        Visit(tasks, static _ => { }, clashes.Add);
        return clashes.ToImmutable();
    }

    private static void Visit(ImmutableArray<TaskModel> tasks, Action<TaskModel> keep, Action<TaskClash> report)
    {
        var clients = new Dictionary<string, TaskClassModel>(StringComparer.Ordinal);
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        var wireNames = new Dictionary<string, TaskModel>(StringComparer.Ordinal);
        var sorted = tasks.Sort(Compare);
        foreach (var task in sorted)
        {
            if (wireNames.TryGetValue(task.WireName, out var first))
            {
                report(new TaskClash(task, first.Declaration, task.WireName, TaskClashKind.WireName));
            }
            else
            {
                wireNames.Add(task.WireName, task);
            }

            if (FindNameClash(task, clients, members) is { } clash)
            {
                report(clash);
            }
            else
            {
                keep(task);
            }
        }

        FindAliasClashes(sorted, wireNames, report);
    }

    // After all names: of a name and an alias it is the alias that is one too many. A task's own name and an alias that comes twice do no
    // harm.
    private static void FindAliasClashes(ImmutableArray<TaskModel> tasks, Dictionary<string, TaskModel> wireNames, Action<TaskClash> report)
    {
        foreach (var task in tasks)
        {
            foreach (var alias in task.Aliases)
            {
                if (!wireNames.TryGetValue(alias, out var holder))
                {
                    wireNames.Add(alias, task);
                }
                else if (holder.DocumentationId != task.DocumentationId && alias != task.WireName)
                {
                    report(new TaskClash(task, holder.Declaration, alias, TaskClashKind.Alias));
                }
            }
        }
    }

    private static TaskClash? FindNameClash(TaskModel task, Dictionary<string, TaskClassModel> clients, Dictionary<string, string> members)
    {
        var client = task.Class.ClientTypeName;
        if (clients.TryGetValue(client, out var other))
        {
            if (other.MetadataName != task.Class.MetadataName)
            {
                return new TaskClash(task, other.MetadataName, task.Class.ClientName, TaskClashKind.GeneratedName);
            }
        }
        else
        {
            clients.Add(client, task.Class);
            members.Add($"{client}.{task.Class.ClientName}", client);
            members.Add($"{client}.{TaskClassModel.ClientField}", client);
        }

        foreach (var name in (string[])[task.Name, task.TaskTypeName])
        {
            if (members.TryGetValue($"{client}.{name}", out var holder))
            {
                return new TaskClash(task, holder, name, TaskClashKind.GeneratedName);
            }
        }

        members.Add($"{client}.{task.Name}", task.Declaration);
        members.Add($"{client}.{task.TaskTypeName}", task.Declaration);
        return null;
    }

    private static int Compare(TaskModel left, TaskModel right)
    {
        var order = string.CompareOrdinal(left.Class.MetadataName, right.Class.MetadataName);
        order = order != 0 ? order : string.CompareOrdinal(left.Name, right.Name);
        return order != 0 ? order : string.CompareOrdinal(left.DocumentationId, right.DocumentationId);
    }
}
