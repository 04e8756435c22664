// Memory of the caller does not exist where the job runs.
public sealed class HashTasks
{
    [Task(Name = "hash.compute")]
    public int Compute(ReadOnlySpan<byte> [|TG0003:data|]) => data.Length;
}
