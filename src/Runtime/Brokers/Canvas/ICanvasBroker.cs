namespace TaskGen.Brokers;

/// <summary>
/// Defines the operations on canvases, and on deliveries (operations that are recorded in one queue and must be carried out in another). A
/// canvas is stored in one queue, but its tasks can run in any queue. The remarks of <see cref="IBroker"/> apply to all operations.
/// </summary>
internal interface ICanvasBroker
{
    /// <summary>
    /// Stores some of the nodes of a canvas (a page). Storing a page again has no effect. If the canvas is already committed, the page is
    /// ignored. A canvas that is not committed within 10 minutes after its last page was stored is removed.
    /// </summary>
    /// <param name="queue">The name of the queue of the canvas.</param>
    /// <param name="canvas">The id of the canvas.</param>
    /// <param name="page">The nodes: between 1 and 200, with a total size of at most 1 MiB. A single node can be larger.</param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it stops the wait, not the operation.
    /// </param>
    /// <exception cref="ArgumentException">The page does not meet <see cref="CanvasRules"/>.</exception>
    ValueTask StoreCanvasAsync(string queue, Guid canvas, IReadOnlyList<CanvasNode> page, CancellationToken cancellationToken);

    /// <summary>
    /// Creates the record of a canvas (its state and result) under the canvas id, and starts the entry node. Committing the canvas again
    /// has no effect.
    /// </summary>
    /// <param name="queue">The name of the queue of the canvas.</param>
    /// <param name="canvas">The id of the canvas.</param>
    /// <param name="commit">The number of nodes, the entry node, and the data of the record.</param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it stops the wait, not the operation.
    /// </param>
    /// <returns>
    /// <see langword="true"/> if the canvas is running or has ended; <see langword="false"/> if nodes are missing, in which case no node
    /// was started.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The commit is not valid. A broker can also throw this exception if a node refers to a node that was not stored.
    /// </exception>
    ValueTask<bool> CommitCanvasAsync(string queue, Guid canvas, CanvasCommit commit, CancellationToken cancellationToken);

    /// <summary>
    /// Reports tasks that have ended to their canvases. If a task succeeded, the next node starts; if there is no next node, the result is
    /// stored as the result of the group member or of the canvas. If a task failed, the nodes that the surrounding error scopes specify
    /// start. Groups and the canvas itself can end in the same step. Only the first report for a node is applied. A report for an unknown
    /// canvas, or for a node that was not started, is ignored.
    /// </summary>
    /// <param name="queue">The name of the queue of the canvases.</param>
    /// <param name="reports">The reports; at most 100. Each must contain a final state.</param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it stops the wait, not the operation.
    /// </param>
    /// <exception cref="ArgumentException">There are more than 100 reports, or a state is not a final state.</exception>
    ValueTask AdvanceCanvasAsync(string queue, IReadOnlyList<CanvasReport> reports, CancellationToken cancellationToken);

    /// <summary>
    /// Removes deliveries that have been carried out, and returns deliveries that are due, oldest first. A returned delivery is due again
    /// after five seconds unless it is confirmed. The call also performs a limited amount of the work within the canvases of the queue,
    /// such as starting the members of a large group.
    /// </summary>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="request">The keys of the deliveries to confirm, and the maximum number of deliveries to return.</param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it stops the wait, not the operation.
    /// </param>
    /// <returns>The deliveries: at most 100, with a total size of at most 1 MiB unless the first one is larger.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The maximum number of deliveries is not between 0 and 100.</exception>
    ValueTask<DeliveryReply> DeliverAsync(string queue, DeliveryRequest request, CancellationToken cancellationToken);

    /// <summary>Reads consecutive results of the members of a group that succeeded.</summary>
    /// <param name="queue">The name of the queue of the canvas.</param>
    /// <param name="canvas">The id of the canvas.</param>
    /// <param name="group">The index of the group in the canvas.</param>
    /// <param name="from">The position of the first result to read; at least 0.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>
    /// The results: at most 500, with a total size of at most 1 MiB unless the first one is larger; <see langword="null"/> if the canvas or
    /// the group does not exist, or if the group has not succeeded.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The position is negative.</exception>
    ValueTask<CanvasMembers?> ReadMembersAsync(string queue, Guid canvas, int group, int from, CancellationToken cancellationToken);
}
