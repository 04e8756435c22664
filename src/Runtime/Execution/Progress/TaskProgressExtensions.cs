using TaskGen.Execution;

namespace TaskGen;

/// <summary>Provides an <see cref="IProgress{T}"/> for libraries that report their progress through this interface.</summary>
public static class TaskProgressExtensions
{
    /// <summary>Returns an object that reports to the caller of the task how much of the work is completed.</summary>
    /// <remarks>
    /// Each value replaces the previous report, with <see cref="TaskProgress.Percent"/> as the part of <paramref name="total"/>. It is
    /// reported immediately, on the thread of the call. Values outside the range from 0 to <paramref name="total"/> are reported as the
    /// nearest limit, and values that are not numbers are ignored. The rules of <see cref="ITaskProgress"/> apply.
    /// </remarks>
    /// <param name="progress">The progress of the running task.</param>
    /// <param name="total">
    /// The value that means that all work is completed, greater than 0. The default is 100, for libraries that report a percentage. Use 1
    /// for libraries that report a fraction.
    /// </param>
    /// <param name="status">A description of the work; <see langword="null"/> if there is none.</param>
    /// <returns>The object to pass to a library.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="progress"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="total"/> is not a positive number.</exception>
    /// <example>
    /// <code>
    /// [Task]
    /// public Task Download(Uri source, ITaskProgress progress) =>
    ///     downloads.CopyAsync(source, progress.AsProgress(total: 1, status: "Downloading"));
    /// </code>
    /// </example>
    public static IProgress<double> AsProgress(this ITaskProgress progress, double total = 100, string? status = null)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return double.IsFinite(total) && total > 0
            ? new PartProgress(progress, total, status)
            : throw new ArgumentOutOfRangeException(nameof(total), total, "The total must be a finite number that is greater than 0.");
    }
}
