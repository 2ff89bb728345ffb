/* outer /* inner */ still
*/
run :: () // c
    /* x */ print("{}\n", /* y /* z */ */ 1) /* tail
    */
end
