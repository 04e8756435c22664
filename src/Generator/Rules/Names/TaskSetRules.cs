using System.Collections.Immutable;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Rules.Names;

/// <summary>
/// The rules that compare the tasks of a project with each other. The generator pipeline omits tasks whose generated code would not
/// compile, and the analyzer reports them.
/// </summary>
internal static class TaskSetRules
{
    /// <summary>Returns the tasks that can be emitted together, in an order that does not depend on the order of the files.</summary>
    /// <remarks>
    /// Two tasks with the same wire name or alias are an error, but both are emitted. Otherwise, each call of an omitted task would cause
    /// another error.
    /// </remarks>
    public static ImmutableArray<TaskModel> Resolve(ImmutableArray<TaskModel> tasks)
    {
        var kept = ImmutableArray.CreateBuilder<TaskModel>(tasks.Length);
        Visit(tasks, kept.Add, static _ => { });
        return WithKnownClients(kept.ToImmutable());
    }

    /// <summary>
    /// Finds the pairs of tasks that require the same name. The order within a pair does not depend on the order of the files.
    /// </summary>
    public static ImmutableArray<TaskClash> FindClashes(ImmutableArray<TaskModel> tasks)
    {
        var clashes = ImmutableArray.CreateBuilder<TaskClash>();
        Visit(tasks, static _ => { }, clashes.Add);
        return clashes.ToImmutable();
    }

    // If the type of a service is neither known nor generated, the compiler reports it in the source file. A task that is omitted for this
    // reason can leave its class without a client, on which other tasks depend.
    private static ImmutableArray<TaskModel> WithKnownClients(ImmutableArray<TaskModel> tasks)
    {
        while (true)
        {
            var clients = new HashSet<string>(StringComparer.Ordinal);
            foreach (var task in tasks)
            {
                clients.Add(task.Class.ClientTypeName);
            }

            var kept = tasks.RemoveAll(task => !AreKnown(task.Clients, clients));
            if (kept.Length == tasks.Length)
            {
                return tasks;
            }

            tasks = kept;
        }
    }

    private static bool AreKnown(EquatableArray<ClientReference> references, HashSet<string> clients)
    {
        foreach (var reference in references)
        {
            if (!clients.Overlaps(reference.Candidates))
            {
                return false;
            }
        }

        return true;
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

    // This method runs after all wire names are known, because the alias is reported if a wire name and an alias conflict. An alias that
    // repeats the name or another alias of the same task is allowed.
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
