namespace TaskGen.Brokers.InMemory;

/// <summary>
/// Stores the replies to the latest batches of one producer (a process that dispatches tasks), so that a repeated batch is detected.
/// </summary>
internal sealed class ProducerWindow
{
    public const int Length = 1024;

    private readonly Dictionary<long, IReadOnlyList<EnqueueOutcome>> _replies = [];
    private readonly Queue<long> _numbers = new();

    public ProducerWindow(Guid producer)
    {
        Producer = producer;
        Node = new LinkedListNode<ProducerWindow>(this);
    }

    public Guid Producer { get; }

    public LinkedListNode<ProducerWindow> Node { get; }

    public DateTimeOffset LastCall { get; set; }

    public IReadOnlyList<EnqueueOutcome>? Find(long number) => _replies.GetValueOrDefault(number);

    public void Add(long number, IReadOnlyList<EnqueueOutcome> reply)
    {
        _replies.Add(number, reply);
        _numbers.Enqueue(number);
        if (_numbers.Count > Length)
        {
            _replies.Remove(_numbers.Dequeue());
        }
    }
}
