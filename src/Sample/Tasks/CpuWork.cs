namespace TaskGen.Sample;

/// <summary>Represents the result of a CPU-bound task.</summary>
/// <param name="Primes">The number of primes that the task found.</param>
/// <param name="OnPoolThread">
/// <see langword="true"/> if the task ran on a thread-pool thread; <see langword="false"/> if it ran on a dedicated thread.
/// </param>
public sealed record CpuWork(int Primes, bool OnPoolThread);
