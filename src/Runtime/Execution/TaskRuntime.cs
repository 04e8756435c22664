using System.ComponentModel;
using Microsoft.Extensions.DependencyInjection;
using TaskGen.Execution;

namespace TaskGen.CompilerServices;

/// <summary>
/// Provides the methods that generated code calls to run a task. They are part of the runtime so that a bug fix in them does not require
/// applications to be recompiled.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TaskRuntime
{
    /// <summary>Gets a service that a task class or task method requires.</summary>
    /// <typeparam name="T">The type of the service.</typeparam>
    /// <param name="context">The context of the execution.</param>
    /// <returns>The service.</returns>
    /// <exception cref="TaskGenException">The service is not registered.</exception>
    public static T Required<T>(TaskContext context)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(context);
        return Optional<T>(context) ?? throw Missing(context, typeof(T), null);
    }

    /// <summary>Gets a keyed service that a task class or task method requires.</summary>
    /// <typeparam name="T">The type of the service.</typeparam>
    /// <param name="context">The context of the execution.</param>
    /// <param name="key">The key of the service.</param>
    /// <returns>The service.</returns>
    /// <exception cref="TaskGenException">The service is not registered.</exception>
    public static T Required<T>(TaskContext context, object? key)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Services.GetKeyedService<T>(key) ?? throw Missing(context, typeof(T), key);
    }

    /// <summary>Gets an optional service.</summary>
    /// <typeparam name="T">The type of the service.</typeparam>
    /// <param name="context">The context of the execution.</param>
    /// <returns>The service; <see langword="null"/> if it is not registered.</returns>
    public static T? Optional<T>(TaskContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Services.GetService<T>();
    }

    /// <summary>Gets an optional keyed service.</summary>
    /// <typeparam name="T">The type of the service.</typeparam>
    /// <param name="context">The context of the execution.</param>
    /// <param name="key">The key of the service.</param>
    /// <returns>The service; <see langword="null"/> if it is not registered.</returns>
    public static T? Optional<T>(TaskContext context, object? key)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Services.GetKeyedService<T>(key);
    }

    /// <summary>Creates the object with which a task reports progress that includes a typed detail value.</summary>
    /// <typeparam name="TDetail">The type of the detail.</typeparam>
    /// <param name="context">The context of the execution.</param>
    /// <param name="writeDetail">A delegate that writes the detail as JSON.</param>
    /// <returns>The object that reports the progress.</returns>
    public static ITaskProgress<TDetail> Progress<TDetail>(TaskContext context, TaskDetailWriter<TDetail> writeDetail)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new TypedProgress<TDetail>(context.Execution.Progress, writeDetail);
    }

    /// <summary>
    /// Writes the result of a task method before the instance of the task class is disposed of. The result can depend on the instance, for
    /// example if it is a query that reads from it.
    /// </summary>
    /// <typeparam name="T">The result type of the task.</typeparam>
    /// <param name="context">The context of the execution.</param>
    /// <param name="result">The return value of the task method.</param>
    /// <returns>The same value.</returns>
    public static T Result<T>(TaskContext context, T result)
    {
        ArgumentNullException.ThrowIfNull(context);
        (context.ResultWriter as IResultWriter<T>)?.Write(result);
        return result;
    }

    private static TaskGenException Missing(TaskContext context, Type service, object? key) =>
        new(
            $"Task '{context.Name}' requires the service {service}{(key is null ? "" : $" with key '{key}'")}, which is not registered. "
            + "Register it in the services of the worker's host.");
}
