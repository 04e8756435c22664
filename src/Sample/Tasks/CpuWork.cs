namespace TaskGen.Sample;

/// <summary>What a processor was kept busy with.</summary>
/// <param name="Primes">How many primes it found.</param>
/// <param name="OnPoolThread">Whether it took a thread of the pool, which all other work needs too.</param>
public sealed record CpuWork(int Primes, bool OnPoolThread);
