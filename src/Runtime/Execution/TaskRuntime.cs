using System.ComponentModel;
using Microsoft.Extensions.DependencyInjection;
using TaskGen.Execution;

namespace TaskGen.CompilerServices;

/// <summary>What generated invokers call, so that they stay thin and a fix ships here.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TaskRuntime
{
    /// <summary>A service that a class of tasks or one of its methods cannot do without.</summary>
    /// <typeparam name="T">The service.</typeparam>
    /// <param name="context">The execution.</param>
    /// <returns>The service.</returns>
    /// <exception cref="TaskGenException">It is not registered.</exception>
    public static T Required<T>(TaskContext context)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(context);
        return Optional<T>(context) ?? throw Missing(context, typeof(T), null);
    }

    /// <summary>A keyed service that a class of tasks or one of its methods cannot do without.</summary>
    /// <typeparam name="T">The service.</typeparam>
    /// <param name="context">The execution.</param>
    /// <param name="key">The key.</param>
    /// <returns>The service.</returns>
    /// <exception cref="TaskGenException">It is not registered.</exception>
    public static T Required<T>(TaskContext context, object? key)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Services.GetKeyedService<T>(key) ?? throw Missing(context, typeof(T), key);
    }

    /// <summary>A service that may be missing.</summary>
    /// <typeparam name="T">The service.</typeparam>
    /// <param name="context">The execution.</param>
    /// <returns>The service, or null.</returns>
    public static T? Optional<T>(TaskContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Services.GetService<T>();
    }

    /// <summary>A keyed service that may be missing.</summary>
    /// <typeparam name="T">The service.</typeparam>
    /// <param name="context">The execution.</param>
    /// <param name="key">The key.</param>
    /// <returns>The service, or null.</returns>
    public static T? Optional<T>(TaskContext context, object? key)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Services.GetKeyedService<T>(key);
    }

    /// <summary>The progress of an execution with a typed detail.</summary>
    /// <typeparam name="TDetail">The detail.</typeparam>
    /// <param name="context">The execution.</param>
    /// <param name="writeDetail">Writes it.</param>
    /// <returns>The reporter.</returns>
    public static ITaskProgress<TDetail> Progress<TDetail>(TaskContext context, TaskDetailWriter<TDetail> writeDetail)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new TypedProgress<TDetail>(context.Execution.Progress, writeDetail);
    }

    private static TaskGenException Missing(TaskContext context, Type service, object? key) =>
        new(
            $"Task '{context.Name}' needs the service {service}{(key is null ? "" : $" with key '{key}'")}, which is not registered. "
            + "Add it to the services of the worker's host.");
}
