using System.Collections.Immutable;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Parsing;

/// <summary>
/// Resolves the services of tasks that are clients of the same assembly. The parser knows only their names as they are written, because the
/// compiler does not see types that the generator is about to generate.
/// </summary>
internal static class ClientReferences
{
    /// <summary>
    /// Returns the tasks with the full names of these services. Tasks that need a type that is neither declared nor generated are left out.
    /// </summary>
    public static ImmutableArray<TaskModel> Resolve(ImmutableArray<TaskModel> tasks)
    {
        // A task that is left out can be the last one of its class, whose client is then missing too.
        for (var count = -1; count != tasks.Length;)
        {
            count = tasks.Length;
            tasks = ResolveOnce(tasks);
        }

        return tasks;
    }

    private static ImmutableArray<TaskModel> ResolveOnce(ImmutableArray<TaskModel> tasks)
    {
        var clients = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var task in tasks)
        {
            if (!clients.TryGetValue(task.Class.ClientName, out var names))
            {
                clients.Add(task.Class.ClientName, names = new SortedSet<string>(StringComparer.Ordinal));
            }

            names.Add(task.Class.ClientTypeName);
        }

        var resolved = ImmutableArray.CreateBuilder<TaskModel>(tasks.Length);
        foreach (var task in tasks)
        {
            if (Resolve(task.Parameters, task.Class, clients) is { } parameters
                && Resolve(task.Constructor, task.Class, clients) is { } constructor)
            {
                var isSame = parameters == task.Parameters && constructor == task.Constructor;
                resolved.Add(isSame ? task : task with { Parameters = parameters, Constructor = constructor });
            }
        }

        return resolved.ToImmutable();
    }

    private static EquatableArray<ParameterModel>? Resolve(
        EquatableArray<ParameterModel> parameters, TaskClassModel owner, Dictionary<string, SortedSet<string>> clients)
    {
        var items = parameters.Items;
        for (var index = 0; index < items.Length; index++)
        {
            if (items[index].ClientName is { } name)
            {
                if (!clients.TryGetValue(name.Substring(name.LastIndexOf('.') + 1), out var candidates)
                    || Choose(name, owner, candidates) is not { } client)
                {
                    return null;
                }

                items = items.SetItem(index, items[index] with { Type = items[index].Type with { Name = client } });
            }
        }

        return items;
    }

    // A name means the client in the same namespace or in one that contains it. A client in another namespace, to which a using directive
    // refers, is found by its name alone.
    private static string? Choose(string name, TaskClassModel owner, SortedSet<string> candidates)
    {
        for (var space = owner.Namespace; ; space = space.Substring(0, Math.Max(space.LastIndexOf('.'), 0)))
        {
            var full = space.Length == 0 ? $"global::{name}" : $"global::{space}.{name}";
            if (candidates.Contains(full))
            {
                return full;
            }

            if (space.Length == 0)
            {
                break;
            }
        }

        foreach (var candidate in candidates)
        {
            if (candidate.EndsWith("." + name, StringComparison.Ordinal))
            {
                return candidate;
            }
        }

        return null;
    }
}
