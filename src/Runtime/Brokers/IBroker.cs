namespace TaskGen.Brokers;

/// <summary>
/// Where tasks are kept. The worker and the client know nothing else of a storage. Every operation is one atomic step on one queue; all times are judged by
/// the broker's clock; bodies are never decoded. <c>tests/Broker.Conformance</c> states the contract as tests that every broker passes.
/// </summary>
/// <remarks>
/// An operation that certainly changed nothing throws <see cref="TaskBrokerException"/>. One whose reply was lost throws
/// <see cref="BrokerUnknownException"/>: it may be repeated as it is, because every operation carries what makes a repeat harmless (a batch number, a
/// request number, a fence).
/// </remarks>
internal interface IBroker
{
    /// <summary>How large a batch of tasks should be, by whether they keep records. What is larger than 1,000 tasks is refused.</summary>
    BatchLimit LargestBatch(bool hasRecord);

    /// <summary>Puts a batch of tasks into their home queue, all or none. A repeat of a batch number gives the first reply again.</summary>
    ValueTask<IReadOnlyList<EnqueueOutcome>> EnqueueAsync(string queue, EnqueueBatch batch, CancellationToken cancellationToken);

    /// <summary>Announces a worker incarnation. From here on its heartbeat is expected within <paramref name="lease"/>.</summary>
    ValueTask JoinAsync(string queue, WorkerIncarnation worker, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>The hot step: settles what has finished, marks what has started, then takes what fits. Refuses a dead incarnation and an old request number.</summary>
    ValueTask<LeaseReply> LeaseAsync(string queue, LeaseRequest request, CancellationToken cancellationToken);

    /// <summary>After a lost reply: advances the request number to <paramref name="number"/> and returns all that the incarnation holds.</summary>
    ValueTask<ReconcileReply> ReconcileAsync(string queue, WorkerIncarnation worker, long number, CancellationToken cancellationToken);

    /// <summary>
    /// Renews the heartbeat of an incarnation, and with it everything it holds. Synchronous because it runs on a thread of its own: a pool that is blocked by
    /// handlers must not cost a lease.
    /// </summary>
    RenewReply Renew(string queue, WorkerIncarnation worker);

    /// <summary>Keeps the queue in order, one bounded page of each: recovers what dead incarnations held, promotes what is due, ends what expired, drops what is over its TTL.</summary>
    ValueTask<MaintenanceReply> MaintainAsync(string queue, MaintenanceRequest request, CancellationToken cancellationToken);

    /// <summary>Takes an incarnation out. What it still holds goes back to the front of the queue, and nothing is counted against it.</summary>
    ValueTask LeaveAsync(string queue, WorkerIncarnation worker, CancellationToken cancellationToken);

    /// <summary>Stores progress of held tasks. Returns for each whether the fence still held.</summary>
    ValueTask<IReadOnlyList<bool>> ReportProgressAsync(
        string queue, WorkerIncarnation worker, IReadOnlyList<ProgressUpdate> updates, CancellationToken cancellationToken);

    /// <summary>Cancels what waits, and leaves a request for whoever holds what runs.</summary>
    ValueTask<CancelOutcome> CancelAsync(string queue, Guid id, string? reason, CancellationToken cancellationToken);

    /// <summary>
    /// Reads records, null where there is none. With a watch, registers it in the same step, so that no end can fall between the look and the watch.
    /// At most 500 ids.
    /// </summary>
    ValueTask<IReadOnlyList<TaskRecord?>> ReadAsync(string queue, IReadOnlyList<Guid> ids, IBrokerWatch? watch, CancellationToken cancellationToken);

    /// <summary>Opens the channel on which this process hears that watched tasks have changed. One a process is enough. A hint: messages can be lost.</summary>
    /// <param name="changed">Called on any thread; must not block.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<IBrokerWatch> WatchAsync(Action<TaskId> changed, CancellationToken cancellationToken);

    /// <summary>Opens the bell of a queue. A hint: rings can be lost.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="ring">Called on any thread; must not block.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<IAsyncDisposable> ListenAsync(string queue, Action<BellReason> ring, CancellationToken cancellationToken);

    /// <summary>Counts what a queue holds.</summary>
    ValueTask<QueueCounts> CountAsync(string queue, CancellationToken cancellationToken);

    /// <summary>Reads dead letters, newest first.</summary>
    ValueTask<IReadOnlyList<DeadLetter>> ReadDeadLettersAsync(string queue, int skip, int take, CancellationToken cancellationToken);

    /// <summary>
    /// Stores a page of the nodes of a canvas: at most 200 nodes and 1 MiB, unless one node is more. A repeat changes nothing. What is not committed within ten minutes of
    /// its last page is forgotten.
    /// </summary>
    ValueTask StoreCanvasAsync(string queue, Guid canvas, IReadOnlyList<CanvasNode> page, CancellationToken cancellationToken);

    /// <summary>
    /// Makes the record of the whole, under the id of the canvas, and starts with the entry. A repeat changes nothing. False where the pages are not all there: nothing was
    /// started.
    /// </summary>
    ValueTask<bool> CommitCanvasAsync(string queue, Guid canvas, CanvasCommit commit, CancellationToken cancellationToken);

    /// <summary>
    /// Tells canvases of ends: what follows is started, or the place is settled, up to the end of the whole. A node ends once; what comes later, or for a canvas that is not
    /// known, is ignored. At most 100.
    /// </summary>
    ValueTask AdvanceCanvasAsync(string queue, IReadOnlyList<CanvasReport> reports, CancellationToken cancellationToken);

    /// <summary>Removes what was delivered, then takes what waits. Work within the queue, such as starting the members of a large group, is done here too, a page a call.</summary>
    ValueTask<DeliveryReply> DeliverAsync(string queue, DeliveryRequest request, CancellationToken cancellationToken);

    /// <summary>Reads what the members of a group came to: from a position on, at most 500 and 1 MiB, unless one is more. Null where the canvas or the group is not known.</summary>
    ValueTask<CanvasMembers?> ReadMembersAsync(string queue, Guid canvas, int group, int from, CancellationToken cancellationToken);

    /// <summary>
    /// Asks for a slot of a resource. Where none is free for it, it stands at the end of the line, and whoever comes to the front asks again: slots are given in the order of
    /// the line only. A repeat keeps the slot or the place, and renews it.
    /// </summary>
    ValueTask<AcquireReply> AcquireAsync(string resource, AcquireRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Renews slots and places of a resource, at most 200, and says of each what is left of it. What has ended is not brought back. Synchronous for the same reason as
    /// <see cref="Renew"/>.
    /// </summary>
    IReadOnlyList<HoldStatus> RenewResource(string resource, IReadOnlyList<Guid> holders, TimeSpan lease);

    /// <summary>Gives a slot or a place back, and calls whoever comes next. One that has ended, or never was, is none of its business any more.</summary>
    ValueTask ReleaseAsync(string resource, Guid holder, CancellationToken cancellationToken);

    /// <summary>Hears who of a resource's line should ask again. A hint: calls can be lost.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="called">Called on any thread with who is next; must not block.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<IAsyncDisposable> ListenResourceAsync(string resource, Action<Guid> called, CancellationToken cancellationToken);
}
