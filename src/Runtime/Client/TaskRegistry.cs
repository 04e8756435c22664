using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using TaskGen.Definitions;
using TaskGen.Execution;
using TaskGen.Primitives;

namespace TaskGen.Client;

/// <summary>Implements the task registry of a host. It dispatches tasks through the registered <see cref="ITaskClient"/>.</summary>
internal sealed class TaskRegistry(ITaskClient client, TaskTable table, TaskGenOptions limits, JsonSerializerOptions json) : ITaskRegistry
{
    // The maximum number of unknown arguments that an error lists, because their number depends on external input.
    private const int MaxListed = 20;

    // The parameters are null if the task definition does not describe them.
    private readonly ConcurrentDictionary<string, (TaskDescriptor Task, IReadOnlyList<TaskParameterDescriptor>? Parameters)> _described =
        new(StringComparer.Ordinal);
    private readonly ClientDispatcher _dispatcher = new(client);
    private IReadOnlyList<TaskDescriptor>? _tasks;

    public IReadOnlyList<TaskDescriptor> Tasks => LazyInitializer.EnsureInitialized(
        ref _tasks,
        () => [.. table.Entries.OrderBy(static entry => entry.Name, StringComparer.Ordinal).Select(entry => Describe(entry).Task)]);

    public async Task<TaskHandle> DelayAsync(
        string name, JsonElement arguments, EnqueueOptions? options = null, CancellationToken cancellationToken = default) =>
        await Bind(name, arguments).SendAsync(_dispatcher, options, cancellationToken).ConfigureAwait(false);

    public async Task<TaskHandle> DelayAsync(
        string name, string jsonArguments, EnqueueOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(jsonArguments);
        if (!Unicode.IsWellFormed(jsonArguments))
        {
            throw new TaskArgumentException(name, ["the arguments contain an unpaired surrogate, so they are not valid Unicode"]);
        }

        return await Bind(name, Encoding.UTF8.GetBytes(jsonArguments)).SendAsync(_dispatcher, options, cancellationToken)
            .ConfigureAwait(false);
    }

    public string MaskArguments(string name, string jsonArguments)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(jsonArguments);
        if (!table.TryFind(name, out var entry))
        {
            return SensitiveJson.All;
        }

        return SensitiveJson.MaskArguments(
            Encoding.UTF8.GetBytes(jsonArguments),
            entry.Sensitivity,
            Describe(entry).Parameters?.Select(static parameter => parameter.Name).ToList(),
            json);
    }

    /// <summary>Finds a task and reads its arguments without dispatching it.</summary>
    /// <exception cref="TaskArgumentException">No task has this name, or the arguments are not valid.</exception>
    public NamedDispatch Bind(string name, JsonElement arguments)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Bind(name, arguments.ValueKind == JsonValueKind.Undefined ? "null"u8 : JsonMarshal.GetRawUtf8Value(arguments));
    }

    /// <summary>
    /// Checks the arguments in the same way as the client, so that all errors are found before the first of several tasks is sent.
    /// </summary>
    /// <exception cref="TaskArgumentException">An argument cannot be serialized.</exception>
    /// <exception cref="TaskPayloadTooLargeException">The arguments exceed the size limit.</exception>
    public void Check(NamedDispatch dispatch) => dispatch.Check(json, limits.MaxPayloadBytes);

    /// <summary>Dispatches a task whose arguments were read by <see cref="Bind(string, JsonElement)"/>.</summary>
    public Task<TaskHandle> SendAsync(NamedDispatch dispatch, CancellationToken cancellationToken) =>
        dispatch.SendAsync(_dispatcher, options: null, cancellationToken);

    private NamedDispatch Bind(string name, ReadOnlySpan<byte> arguments)
    {
        var isKnown = table.TryFind(name, out var entry);
        List<string> errors = isKnown ? [] : [DescribeUnknown(name)];
        NamedDispatch? bound = null;
        Exception? cause = null;
        try
        {
            var given = PayloadCodec.ReadNames(arguments);
            if (isKnown)
            {
                AddUnknown(given, Describe(entry!).Parameters, errors);
                bound = entry!.Bind(arguments, json);
            }
        }
        catch (TaskArgumentException exception)
        {
            errors.InsertRange(isKnown ? 0 : errors.Count, exception.Errors);
            cause = exception.InnerException;
        }

        return (bound, errors.Count) switch
        {
            ({ } dispatch, 0) => dispatch,
            (_, _) when isKnown => throw new TaskArgumentException(name, errors, cause),
            _ => throw TaskArgumentException.UnknownTask(name, errors),
        };
    }

    private (TaskDescriptor Task, IReadOnlyList<TaskParameterDescriptor>? Parameters) Describe(TaskEntry entry) => _described.GetOrAdd(
        entry.Name,
        static (name, of) =>
        {
            var parameters = of.entry.DescribeParameters(of.json);
            if (of.entry.Sensitivity is { } sensitivity)
            {
                parameters = parameters?.Select(parameter => parameter with { IsSensitive = sensitivity.Find(parameter.Name) is not null })
                    .ToList();
            }

            return (new TaskDescriptor(name, of.entry.Defaults.Queue, parameters ?? []) { Aliases = of.entry.Aliases }, parameters);
        },
        (entry, json));

    private string DescribeUnknown(string name)
    {
        string[] known = [.. table.Entries.Select(static entry => entry.Name)];
        return known.Length == 0
            ? "no task is registered (call AddGeneratedTasks() on the builder that AddTaskGen returns)"
            : $"no task with this name is registered{NearNames.Hint(name, known)} (registered: {NearNames.List(known)})";
    }

    private static void AddUnknown(HashSet<string> given, IReadOnlyList<TaskParameterDescriptor>? parameters, List<string> errors)
    {
        if (parameters is null)
        {
            return;
        }

        given.ExceptWith(parameters.Select(static parameter => parameter.Name));
        foreach (var name in given.Order(StringComparer.Ordinal).Take(MaxListed))
        {
            errors.Add(
                $"'{WireNames.Show(name)}' is not a parameter of the "
                + $"task{NearNames.Hint(name, parameters.Select(static parameter => parameter.Name))}");
        }

        if (given.Count > MaxListed)
        {
            errors.Add(string.Create(CultureInfo.InvariantCulture, $"{given.Count - MaxListed} more names are not parameters of the task"));
        }
    }
}
