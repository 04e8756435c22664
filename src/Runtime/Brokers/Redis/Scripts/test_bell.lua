-- Publishes a message to the bell of the queue, with which a worker checks whether it receives notifications. Workers ignore messages that
-- they do not know.
-- KEYS: bell
-- ARGV: message
-- Returns: nothing
redis.call(PUBLISH, bell, message)
